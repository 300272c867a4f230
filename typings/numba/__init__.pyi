from collections.abc import Callable
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])

def njit(
    *, nogil: bool = ..., error_model: str = ..., inline: str = ..., boundscheck: bool = ...
) -> Callable[[_Function], _Function]: ...
