"""The API against its own OpenAPI document: generated questions of every kind, none of which may break it or its schema."""

from __future__ import annotations

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from clustergraph.server.api.operations import OPERATIONS

EXAMPLES = int(os.environ.get("API_EXAMPLES", "15"))
"""Questions for each operation; more are asked by hand now and then."""


@pytest.fixture(scope="module")
def document(address):
    return schemathesis.openapi.from_url(f"{address}/api/openapi.json")


@pytest.mark.parametrize("path", [one.path for one in OPERATIONS])
def test_no_question_breaks_the_api_or_its_schema(document, path):
    seen = set()

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=document[path]["GET"].as_strategy())
    def ask(case):
        seen.add(case.call_and_validate().status_code)

    ask()
    assert seen <= {200, 304, 302, 400, 404} and seen & {200, 404}
