"""The process: uvicorn with our logs. The only door to uvicorn."""

from __future__ import annotations

import logging
import sys

import uvicorn

from clustergraph.server.app import application
from clustergraph.server.site import Site


def serve(site: Site, host: str, port: int) -> None:
    """Serve until stopped. A proxy on this machine may say by which protocol and for whom it asks."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    for name in ("clustergraph.access", "clustergraph.server"):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    uvicorn.run(
        application(site), host=host, port=port, access_log=False, server_header=False, log_level="warning", proxy_headers=True,
        forwarded_allow_ips="127.0.0.1", h11_max_incomplete_event_size=64 * 1024, timeout_graceful_shutdown=10,
    )  # fmt: skip
