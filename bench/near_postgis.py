"""PostGIS beside the engine: a cluster of its own in a folder that goes with it."""

import os
import shutil
import subprocess
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import asyncpg

from firebreak.core.proximity.zone import PartKind, Zone

PACKAGES = "postgresql and postgresql-15-postgis-3"
USER = "postgres"  # a cluster refuses to run as root
WIDEST_M = 49_000.0  # the largest threshold with its buffer: what the index is asked for

ONE = """select id from zones where st_dwithin(place, $1::geography, 49000)
         and st_dwithin(place, $1::geography, reach)"""
MANY = """select u.n, z.id from unnest($1::int[], $2::float8[], $3::float8[]) as u(n, lon, lat)
          join zones z on st_dwithin(z.place, st_setsrid(st_makepoint(u.lon, u.lat), 4326)::geography, 49000)
          and st_dwithin(z.place, st_setsrid(st_makepoint(u.lon, u.lat), 4326)::geography, z.reach)"""


def programs() -> Path | None:
    """Where the server's programs lie; None when it or PostGIS is not installed, or nobody can run it."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    extensions = sorted(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
    able = os.getuid() != 0 or shutil.which("runuser")
    return found[-1].parent if found and extensions and able else None


@asynccontextmanager
async def cluster(zones: Sequence[Zone], where: Path) -> AsyncGenerator[Any, None]:
    """A connection to a fresh database that holds the zones."""
    place = programs()
    assert place is not None
    folder = Path(mkdtemp(prefix="postgis-", dir=where.anchor + "var/tmp"))
    ahead = ["runuser", "-u", USER, "--"] if os.getuid() == 0 else []
    if ahead:
        shutil.chown(folder, USER)

    def call(program: str, *arguments: str) -> None:
        command = [*ahead, str(place / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=folder)

    try:
        call("initdb", "-A", "trust", "-U", USER, "--no-sync")
        options = f"-k {folder} -c listen_addresses= -c shared_buffers=512MB -c fsync=off"
        call("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            asked = await asyncpg.connect(host=str(folder), user=USER, database="postgres")
            await _fill(asked, zones)
            yield asked
            await asked.close()
        finally:
            call("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _fill(asked: Any, zones: Sequence[Zone]) -> None:
    await asked.execute("create extension postgis")
    await asked.execute("create table zones (id int primary key, place geography, reach float8)")
    rows = [(number, text(zone), zone.reach_m) for number, zone in enumerate(zones)]
    await asked.executemany("insert into zones values ($1, ($2::text)::geography, $3)", rows)
    await asked.execute("create index on zones using gist (place)")
    await asked.execute("vacuum analyze zones")


def text(zone: Zone) -> str:
    """The outline as well-known text."""
    (part,) = zone.parts
    north, east = part.rings[0]
    corners = [f"{lon:.12f} {lat:.12f}" for lat, lon in zip(north, east, strict=True)]
    if part.kind is PartKind.POINT:
        return f"SRID=4326;POINT({corners[0]})"
    if part.kind is PartKind.LINE:
        return f"SRID=4326;LINESTRING({', '.join(corners)})"
    return f"SRID=4326;POLYGON(({', '.join([*corners, corners[0]])}))"
