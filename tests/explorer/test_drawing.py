from clustergraph.explorer import Drawing, Edge, Node, to_networkx
from clustergraph.explorer.drawing import around, drawing
from clustergraph.explorer.graphs import write


def node(name: str) -> Node:
    return Node(name, name.upper(), "forum", "operative")


def line(source: str, target: str, status: str = "in_force") -> Edge:
    return Edge(f"{source}{target}{status}", source, target, "reports_to", status, "reports_to")


def chain() -> Drawing:
    return drawing("references", map(node, "abcdx"), [line("a", "b"), line("b", "c"), line("d", "c"), line("c", "?")])


def test_lines_without_an_end_are_left_out_and_the_order_is_settled():
    assert [e.id for e in chain().edges] == ["abin_force", "bcin_force", "dcin_force"]
    assert chain() == drawing("references", map(node, "xdcba"), reversed([line("a", "b"), line("b", "c"), line("d", "c")]))


def test_around_goes_both_ways():
    assert [n.id for n in around(chain(), "b", 1).nodes] == ["a", "b", "c"]
    assert [n.id for n in around(chain(), "a", 3).nodes] == ["a", "b", "c", "d"]


def test_networkx_keeps_every_line_and_writes_without_what_is_unknown():
    graph = to_networkx(drawing("references", map(node, "ab"), [line("a", "b", "former"), line("a", "b")]))
    assert graph.number_of_edges("a", "b") == 2
    assert {d["status"] for *_, d in graph.edges(data=True)} == {"former", "in_force"}
    assert graph.nodes["a"]["label"] == "A"
    assert graph.nodes["a"]["region"] is None
    for form in ("graphml", "gexf"):
        assert "in_force" in write(graph, form) and "None" not in write(graph, form)
