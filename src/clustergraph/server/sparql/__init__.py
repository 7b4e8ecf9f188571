"""The SPARQL Protocol and the Graph Store Protocol, for reading. A stranger's query never runs in the process that serves."""
