// A SPARQL editor in place of a text box: highlighting, completion, and errors where they are. CodeMirror 6, bundled when the package is built.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

const KEYWORDS = [
  "SELECT", "DISTINCT", "WHERE", "CONSTRUCT", "DESCRIBE", "ASK", "PREFIX", "OPTIONAL", "FILTER", "UNION", "MINUS", "BIND", "AS", "VALUES", "GRAPH", "EXISTS", "NOT EXISTS",
  "ORDER BY", "DESC", "ASC", "GROUP BY", "HAVING", "LIMIT", "OFFSET", "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "SEPARATOR", "STR", "LANG", "REGEX", "CONTAINS",
  "LCASE", "STRSTARTS", "STRENDS", "BOUND", "COALESCE", "IF", "YEAR", "REPLACE", "IN",
];

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword, tags.modifier], color: "var(--cluster)", fontWeight: "600" },
  { tag: [tags.variableName, tags.definition(tags.variableName)], color: "var(--act)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--organisation)" },
  { tag: [tags.number, tags.bool], color: "var(--person)" },
  { tag: [tags.url, tags.link], color: "var(--forum)" },
  { tag: [tags.namespace, tags.propertyName, tags.typeName, tags.className, tags.atom, tags.attributeName, tags.name], color: "var(--initiative)" },
  { tag: tags.function(tags.variableName), color: "var(--meeting)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--muted)", borderRadius: "4px", fontSize: "14px", minHeight: "240px", maxHeight: "60vh" },
  "&.cm-focused": { outline: "2px solid var(--act)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace", lineHeight: "20px", minHeight: "240px" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--soft)", color: "var(--muted)", borderRight: "1px solid var(--edge)" },
  ".cm-activeLine": { backgroundColor: "transparent", boxShadow: "inset 3px 0 var(--edge)" },
  ".cm-selectionMatch": { backgroundColor: "var(--soft)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)", outline: "1px solid var(--muted)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--muted)", borderRadius: "4px", maxWidth: "min(560px, 92vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "260px", maxWidth: "min(560px, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 8px", minHeight: "24px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--act)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "1", marginLeft: "12px" },
  ".cm-diagnostic": { padding: "4px 8px", borderLeft: "3px solid #b3261e" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy #d9423a", textUnderlineOffset: "3px" },
  ".cm-panels": { backgroundColor: "var(--soft)", color: "var(--ink)" },
});

/** Prefixes, terms of the vocabularies, variables of this text and words of the language. */
function known(terms) {
  const prefixes = Object.entries(terms.prefixes).map(([name, address]) => ({ label: `${name}:`, type: "namespace", detail: address }));
  const named = terms.terms.map((one) => ({ label: one.name, type: one.kind, detail: one.label, boost: one.used ? 1 : 0 }));
  const keywords = KEYWORDS.map((word) => ({ label: word, type: "keyword", boost: -1 }));
  return (context) => {
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) {
      const own = new Set(context.state.doc.toString().match(/[?$]\w+/g) ?? []);
      own.delete(variable.text);
      return { from: variable.from, options: [...own].sort().map((label) => ({ label, type: "variable" })), validFor: /^[?$]\w*$/ };
    }
    const declared = context.matchBefore(/prefix\s+[\w-]*/i);
    if (declared) {
      const from = declared.from + declared.text.search(/[\w-]*$/);
      return { from, options: prefixes.map((one) => ({ ...one, apply: `${one.label} <${one.detail}>\n` })) };
    }
    const word = context.matchBefore(/[\w-]+:?[\w-]*/);
    if (!word && !context.explicit) return null;
    if (quoted(context)) return null;
    return { from: word?.from ?? context.pos, options: [...named, ...prefixes, ...keywords], validFor: /^[\w-]*:?[\w-]*$/ };
  };
}

function quoted(context) {
  const at = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  return /String|Comment|IRIREF|Iriref/i.test(at);
}

/** Names of the graph, put in as their addresses. */
function people(find) {
  return async (context) => {
    const word = context.matchBefore(/[\p{L}][\p{L}\d-]{2,}/u);
    if (!word || quoted(context) || /[?$:]/.test(context.state.sliceDoc(Math.max(0, word.from - 1), word.from))) return null;
    if (KEYWORDS.some((keyword) => keyword.startsWith(word.text.toUpperCase()))) return null;
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (context.aborted) return null;
    const found = await find(word.text);
    if (!found.length) return null;
    return { from: word.from, filter: false, options: found.map((one) => ({ label: one.label, detail: one.kind, type: "text", apply: `<${one.id}>` })) };
  };
}

/** What is typed over a selection is put in here: left to itself the browser would write styles into the page, which its policy forbids. */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.composing || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/**
 * Takes the place of a text box. `terms` ({prefixes, terms}) and `find` (words → entities) feed the completion, `label` names the box, `run` is called
 * by Ctrl+Enter, `changed` after each change. Styles stay in a shadow tree, so that the page needs to allow none but its own.
 */
export function edit(box, { terms, find, label, run, changed }) {
  const host = document.createElement("div");
  host.className = "editor-host";
  box.after(host);
  box.hidden = true;
  const root = host.attachShadow({ mode: "open" });
  const parent = document.createElement("div");
  root.append(parent);
  const view = new EditorView({
    root,
    parent,
    state: EditorState.create({
      doc: box.value,
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(), search({ top: true }),
        typedOver, sparql(), syntaxHighlighting(colours), look, EditorView.lineWrapping,
        autocompletion({ override: [known(terms), people(find)], maxRenderedOptions: 40 }),
        keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }, ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of((update) => { if (update.docChanged) { box.value = update.state.doc.toString(); changed(); } }),
      ],
    }),
  });
  return {
    set(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }); },
    focus() { view.focus(); },
    /** Show what went wrong at a place (line and column from 1); without a place nothing is marked. */
    mark(line, column, message) {
      const found = [];
      if (line && line <= view.state.doc.lines) {
        const at = view.state.doc.line(line), from = Math.min(at.from + Math.max(0, column - 1), Math.max(at.from, at.to - 1));
        const end = /\S+/.exec(view.state.sliceDoc(from, at.to))?.[0].length ?? 1;
        found.push({ from, to: Math.min(Math.max(from + end, from + 1), view.state.doc.length), severity: "error", message });
        view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      }
      view.dispatch(setDiagnostics(view.state, found));
    },
  };
}
