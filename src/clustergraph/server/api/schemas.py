"""The answers of the API in JSON Schema, as the OpenAPI document names them."""

from __future__ import annotations

from typing import Any


def _object(description: str, properties: dict[str, Any], optional: tuple[str, ...] = (), *, more: bool = False) -> dict[str, Any]:
    """An object; all its keys are always there but the optional ones, and with ``more`` there may be others."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "description": description, "properties": properties, "required": required, "additionalProperties": more}


def _maybe(kind: str) -> dict[str, Any]:
    return {"type": [kind, "null"]}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def ref(name: str) -> dict[str, str]:
    """A schema of this table, by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


_TEXT, _WHOLE = {"type": "string"}, {"type": "integer", "minimum": 0}
_COUNT = {**_WHOLE, "description": "how many there are in all; the rows are a part of them where limit and offset say so"}
_PLACE = {
    "quote": _TEXT, "document": _TEXT, "document_id": _TEXT, "title": _maybe("string"), "date": _maybe("string"), "item": _maybe("string"),
    "line": _maybe("integer"), "start": _WHOLE, "end": _WHOLE, "claim": _maybe("string"),
}  # fmt: skip

SCHEMAS: dict[str, dict[str, Any]] = {
    "Error": _object("Why there is no answer.", {"error": _TEXT, "status": _WHOLE}),
    "Quote": _object("A sentence, with where it stands: document, item of the agenda, line, and offsets in code points.", _PLACE, more=True),
    "Row": _object(
        "One answer to a report. Which other keys it has depends on the report; names have their identifiers beside them as …_id.",
        {"documents": _list(_TEXT), "quotes": _list(ref("Quote"))}, optional=("documents", "quotes"), more=True,
    ),
    "Report": _object(
        "The answer to a report, as of a day (virkning) and as known at a moment (registrering).",
        {"question": _TEXT, "as_of": _maybe("string"), "known_at": _maybe("string"), "total": _COUNT, "rows": _list(ref("Row"))},
    ),
    "Reports": _object(
        "The reports there are.",
        {"reports": _list(_object("One question.", {"name": _TEXT, "question": _TEXT, "columns": _list(_TEXT), "address": _TEXT}))},
    ),
    "Named": _object("An entity by name.", {"id": _TEXT, "name": _TEXT}),
    "Hit": _object(
        "An entity that was found, the spelling by which it was, and what it belongs to.",
        {"id": _TEXT, "kind": _TEXT, "name": _TEXT, "type": _maybe("string"), "written": _TEXT, "address": _TEXT, "belongs_to": _list(ref("Named"))},
    ),
    "Found": _object(
        "Names and sentences that hold the words asked for, nearest first.",
        {"words": _TEXT, "total": _COUNT, "names": _list(ref("Hit")), "sentences_total": _WHOLE, "sentences": _list(ref("Quote"))},
    ),
    "Entity": _object(
        "A person, organisation, forum, cluster or initiative, and a row for each thing known of it.",
        {
            "id": _TEXT, "kind": _TEXT, "name": _TEXT, "names": _list(_TEXT), "type": _maybe("string"), "status": _maybe("string"),
            "valid_from": _maybe("string"), "valid_until": _maybe("string"), "belongs_to": _list(ref("Named")), "page": _TEXT, "data": _TEXT,
            "as_of": _maybe("string"), "known_at": _maybe("string"), "total": _COUNT, "rows": _list(ref("Row")),
        },
    ),
    "Evidence": _object(
        "The sentences behind a fact, a claim or an entity.",
        {"id": _TEXT, "known_at": _maybe("string"), "total": _COUNT, "rows": _list(_object(
            "A sentence with what stands before and after it, the rule that read it and how sure that is.",
            {**_PLACE, "before": _TEXT, "after": _TEXT, "recognizer": _maybe("string"), "confidence": _maybe("number"), "recorded": _maybe("string")},
        ))},
    ),
}  # fmt: skip
