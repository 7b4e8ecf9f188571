"""The pages for people: one module a page, each with ``routes(site)``."""
