"""The API for programs: the same answers as the pages, as stable JSON, described by an OpenAPI document; and the reconciliation service."""
