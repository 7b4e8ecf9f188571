"""The OpenAPI document of the API, made of the table of its operations."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from clustergraph.server.api.operations import OPERATIONS, Operation
from clustergraph.server.api.schemas import SCHEMAS, ref

_MEDIA = "application/json"
_ETAG = {"ETag": {"description": "changes when the answer may have changed", "schema": {"type": "string"}}}
_ABOUT = """Meetings, people, forums and who refers to whom, each statement with the sentence that it rests on.
Every address answers GET and HEAD alone. Answers carry an ETag; asked again with If-None-Match they are not sent twice.
Identifiers are addresses: the last two parts of one are `kind` and `slug` here."""


def document(title: str, server: str, example: tuple[str, str] | None = None) -> dict[str, Any]:
    """The description of the API of one site; ``server`` is the address that its paths begin with, ``example`` kind and slug of an entity."""
    examples = dict(zip(("kind", "slug"), example, strict=True)) if example else {}
    paths = {one.path: {"get": _operation(one, examples)} for one in OPERATIONS}
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version("clustergraph"), "description": _ABOUT},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }


def _operation(one: Operation, examples: Mapping[str, str]) -> dict[str, Any]:
    answered: dict[str, Any] = {"200": {"description": "the answer", "headers": _ETAG, "content": {_MEDIA: {"schema": ref(one.answer)}}}}
    if any(parameter.name == "slug" for parameter in one.parameters):
        answered["302"] = {
            "description": "it went into another one, which stands at Location",
            "headers": {"Location": {"schema": {"type": "string"}}},
        }
    answered["304"] = {"description": "as it was when it was asked for last"}
    errors = {"400": "a parameter is wrong", "404": "there is nothing of that name", "503": "the graph is not ready"}
    answered |= {code: {"description": text, "content": {_MEDIA: {"schema": ref("Error")}}} for code, text in errors.items()}
    asked = [parameter.told(examples.get(parameter.name) if parameter.within == "path" else None) for parameter in one.parameters]
    return {"operationId": one.name, "summary": one.summary, "parameters": asked, "responses": answered}
