"""What an address of the API may be asked with: declared once, checked by it, and told in the OpenAPI document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from clustergraph.errors import UsageError

Schema = Mapping[str, Any]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, what may be said in JSON Schema (strings, whole numbers, lists of strings), and what it does."""

    name: str
    schema: Schema
    description: str
    within: str = "query"
    required: bool = False

    def told(self, example: str | None = None) -> dict[str, Any]:
        """As the OpenAPI document has it."""
        required = self.required or self.within == "path"
        found = {"name": self.name, "in": self.within, "required": required, "description": self.description, "schema": dict(self.schema)}
        return found if example is None else {**found, "example": example}


def read(request: Request, declared: Sequence[Parameter]) -> dict[str, Any]:
    """The values that are given, and the defaults of those that are not. Raises :class:`UsageError` for a name or a value that is none."""
    asked = request.query_params
    known = {one.name: one for one in declared if one.within == "query"}
    for name in asked:
        if name not in known:
            raise UsageError(f"{name[:50]}: no such parameter (there are: {', '.join(known)})")
    found: dict[str, Any] = {}
    for one in declared:
        values = [request.path_params[one.name]] if one.within == "path" else asked.getlist(one.name)
        if not values:
            if one.required:
                raise UsageError(f"{one.name}: this parameter is needed")
            if "default" in one.schema:
                found[one.name] = one.schema["default"]
            continue
        found[one.name] = _value(one, values)
    return found


def _value(parameter: Parameter, values: Sequence[str]) -> Any:
    name, schema = parameter.name, parameter.schema
    if schema["type"] == "array":
        if len(values) > schema["maxItems"]:
            raise UsageError(f"{name}: at most {schema['maxItems']} values")
        return tuple(_string(name, value, schema["items"]) for value in values)
    if len(values) > 1:
        raise UsageError(f"{name}: one value only")
    if schema["type"] == "integer":
        return _number(name, values[0], schema)
    return _string(name, values[0], schema)


def _number(name: str, value: str, schema: Schema) -> int:
    if not _WHOLE.fullmatch(value) or not schema["minimum"] <= int(value) <= schema["maximum"]:
        raise UsageError(f"{name}: a whole number from {schema['minimum']} to {schema['maximum']}")
    return int(value)


def _string(name: str, value: str, schema: Schema) -> str:
    if "enum" in schema and value not in schema["enum"]:
        raise UsageError(f"{name}: one of {', '.join(schema['enum'])}")
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 1000):
        raise UsageError(f"{name}: from {schema.get('minLength', 0)} to {schema.get('maxLength', 1000)} signs")
    if "pattern" in schema and not re.fullmatch(schema["pattern"], value):  # a ``$`` alone would let a line end pass
        raise UsageError(f"{name}: {value[:50]!r} is none")
    if schema.get("format") == "date" and not _is_day(value):
        raise UsageError(f"{name}: {value[:50]!r} is no day; write it as 2024-12-31")
    return value


def _is_day(value: str) -> bool:
    try:
        return bool(_DAY.fullmatch(value) and datetime.date.fromisoformat(value))
    except ValueError:
        return False
