"""What every page keeps: host, headers, languages, what goes wrong, and that reading writes nothing."""

import pytest


@pytest.mark.parametrize("path", ["/", "/?lang=en", "/search", "/health"])
def test_a_page_is_served(pages, path):
    answer = pages.get(path)
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "evil.example:8000"])
def test_a_foreign_host_is_refused(pages, host):
    assert pages.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]:8000", "LOCALHOST"])
def test_an_own_host_is_served(pages, host):
    assert pages.get("/", headers={"Host": host}).status_code == 200
