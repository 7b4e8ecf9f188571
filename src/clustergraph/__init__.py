"""From public meeting documents to a knowledge graph in which every fact leads to the sentence that says it."""
