"""One step of the scheme in a process of its own; see `stepping`, which starts it.

Bytes of the other side go into a compiled library here. So this process is given one request, with no key or
item beyond what its step needs; it gives up network, files, further programs, memory and time beyond a bound
before it reads that request; and it ends after its answer.
"""

import importlib.machinery
import importlib.util
import resource
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from firebreak.core.base.cbor import decode, encode
from firebreak.keyring.confinement import close_the_door, confine
from firebreak.keyring.landlock import settle_down
from firebreak.matching.limits import (
    CPU_SECONDS_MAX,
    LIBRARY_FAILED,
    LIBRARY_LACKS,
    MEMORY_BYTES_MAX,
    REQUEST_BYTES_MAX,
    Field,
    Step,
)

LIBRARY: Final = "_openmined_psi"


def main() -> int:
    """Read a request, answer it. The exit code tells which half failed."""
    library = load()
    if library is None:
        return LIBRARY_LACKS
    give_up()
    asked: Any = decode(sys.stdin.buffer.read(REQUEST_BYTES_MAX + 1), size_max=REQUEST_BYTES_MAX)
    try:
        answer = STEPS[Step(asked[Field.STEP])](library, asked)
    except Exception:  # noqa: BLE001 - whatever a compiled library throws
        return LIBRARY_FAILED
    sys.stdout.buffer.write(encode(answer))
    return 0


def give_up() -> None:
    """Everything that the step does not need."""
    confine()
    settle_down(())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES_MAX, MEMORY_BYTES_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS_MAX, CPU_SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    close_the_door()


def load() -> ModuleType | None:
    """The compiled half of openmined-psi alone: its Python half wants an old protobuf, and is not needed."""
    package = importlib.util.find_spec("private_set_intersection")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for suffix in importlib.machinery.EXTENSION_SUFFIXES:
            file = Path(folder) / "python" / f"{LIBRARY}{suffix}"
            if file.exists():
                spec = importlib.util.spec_from_file_location(LIBRARY, file)
                assert spec and spec.loader
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
    return None


def _offer(library: Any, asked: dict[int, Any]) -> dict[int, Any]:
    """Both keys, and what is sent of our own set: as a client, and as a server. Keys given are used again."""
    items: list[str] = asked[Field.ITEMS]
    keys = asked.get(Field.CLIENT_KEY), asked.get(Field.SERVER_KEY)
    client, server = library.cpp_client, library.cpp_server
    client = client.CreateFromKey(keys[0], True) if keys[0] else client.CreateWithNewKey(True)
    server = server.CreateFromKey(keys[1], True) if keys[1] else server.CreateWithNewKey(True)
    setup = server.CreateSetupMessage(0.0, len(items), items, library.data_structure.Raw)
    return {
        Field.CLIENT_KEY: client.GetPrivateKeyBytes(),
        Field.SERVER_KEY: server.GetPrivateKeyBytes(),
        Field.REQUEST: client.CreateRequest(items).save(),
        Field.SETUP: setup.save(),
    }


def _answer(library: Any, asked: dict[int, Any]) -> dict[int, Any]:
    server = library.cpp_server.CreateFromKey(asked[Field.SERVER_KEY], True)
    request = library.cpp_proto_request.Load(asked[Field.REQUEST])
    return {Field.RESPONSE: server.ProcessRequest(request).save()}


def _compare(library: Any, asked: dict[int, Any]) -> dict[int, Any]:
    client = library.cpp_client.CreateFromKey(asked[Field.CLIENT_KEY], True)
    setup = library.cpp_proto_server_setup.Load(asked[Field.SETUP])
    response = library.cpp_proto_response.Load(asked[Field.RESPONSE])
    return {Field.COMMON: sorted(int(each) for each in client.GetIntersection(setup, response))}


STEPS: Final = {Step.OFFER: _offer, Step.ANSWER: _answer, Step.COMPARE: _compare}


if __name__ == "__main__":
    sys.exit(main())
