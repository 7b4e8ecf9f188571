"""``python -m clustergraph``."""

from clustergraph.cli import main

main()
