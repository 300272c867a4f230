"""Refusals as answers: `{"code", "text", "hint"}`, always in this form, whatever raised them."""

import json
from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from firebreak.console import refusals
from firebreak.console.strict import ErrorForm
from firebreak.core.base.errors import FirebreakError

ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorForm} for status in (400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503)
}
"Every status a route may answer with besides 200, for the description of the interface."


def json_response(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Plain JSON in ASCII: a lone surrogate somebody sent cannot break the answer."""
    return Response(json.dumps(value).encode(), status, headers, media_type="application/json")


def refusal(error: FirebreakError) -> Response:
    """An error as an answer."""
    wait = error.wait if isinstance(error, refusals.Refused) else 0
    headers = {"retry-after": str(wait)} if wait else None
    value = {"code": error.code, "text": error.text, "hint": error.hint}
    return json_response(value, refusals.status_of(error), headers)


def add_handlers(app: FastAPI) -> None:
    """Every refusal of this app in our form."""
    app.add_exception_handler(FirebreakError, _ours)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)


async def _ours(_request: Request, error: Exception) -> Response:
    assert isinstance(error, FirebreakError)
    return refusal(error)


async def _malformed(_request: Request, error: Exception) -> Response:
    """Which field and which rule; never what was sent: it may be a password."""
    assert isinstance(error, RequestValidationError)
    told = [_rule(each) for each in error.errors()[:4]]
    syntax = any(each["type"] == "json_invalid" for each in error.errors())
    status = refusals.BAD_REQUEST if syntax else refusals.WRONG_VALUE
    return refusal(refusals.malformed("; ".join(told), status))


def _rule(found: Mapping[str, Any]) -> str:
    place = ".".join(str(each)[:40] for each in found["loc"][1:] or found["loc"])
    return f"{place}: {found['type'].replace('_', ' ')}"


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code in (refusals.NOT_FOUND, refusals.WRONG_METHOD):
        answer = refusal(refusals.nothing_here(method=error.status_code == refusals.WRONG_METHOD))
        if error.headers:
            answer.headers.update(error.headers)
        return answer
    return refusal(refusals.malformed("the request cannot be read", refusals.BAD_REQUEST))
