"""The site of the shipped documents."""

from serving import address, pages, poisoned, served_project, site  # noqa: F401  fixtures
