"""The built pages of the console: static files of the package, and a plain page where they are missing."""

import mimetypes
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from starlette.responses import FileResponse, HTMLResponse, Response

from firebreak.console import refusals

FOLDER: Final = Path(__file__).resolve().parent / "static"
IMMUTABLE: Final = "public, max-age=31536000, immutable"  # names of assets change with what they hold
TYPES: Final = {
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}

MISSING: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Firebreak</title>
<h1>The console is not built</h1>
<p>Firebreak's server is running, but this copy of it has no pages. A packaged Firebreak has them.</p>
<p>In a source tree, with Node.js 20 or newer: <code>make console</code>, then load this page again.</p>
<p>Everything can meanwhile be done with the command line: <code>firebreak --help</code>.</p>
</html>
"""

router = APIRouter(include_in_schema=False)


@router.get("/")
async def start() -> Response:
    """The console, or how to get it."""
    page = FOLDER / "index.html"
    return FileResponse(page, media_type="text/html") if page.is_file() else HTMLResponse(MISSING, 503)


@router.get("/assets/{name}")
async def asset(name: str) -> Response:
    """A script, style, font or sound."""
    return _file(FOLDER / "assets" / name, IMMUTABLE)


@router.get("/{name}")
async def top(name: str) -> Response:
    """An icon, the manifest."""
    return _file(FOLDER / name, "no-cache")


def _file(path: Path, keep: str) -> Response:
    if path.parent not in (FOLDER, FOLDER / "assets") or not path.name.strip(".") or not path.is_file():
        raise refusals.nothing_here(method=False)
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileResponse(path, media_type=kind, headers={"cache-control": keep})
