"""Makes docs/pictures anew: photographs the console as the tests open it, and keeps what the guides name.

A picture of the guide is one of tests/browser/test_looks.py at the small size, with few colours: text stays
sharp, and a clone stays small. Chromium itself decodes it, so that no library for pictures is needed.
"""

import asyncio
import base64
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Final

from playwright.async_api import Page, async_playwright

from tools.tree import ROOT

FOLDER: Final = ROOT / "docs/pictures"
GUIDES: Final = (ROOT / "docs/guide.en.md", ROOT / "docs/guide.de.md")
NAMED: Final = re.compile(r"\]\(pictures/([a-z-]+)\.png\)")
CHROMIUM: Final = shutil.which("chromium") or ""
WIDTH: Final = 1366
COLOURS_MAX: Final = 16  # four bits a pixel; below, the greys of letters grow ragged
APART_MIN: Final = 400  # squared distance of two colours that are worth a place each

REDUCE: Final = """async ([encoded, most, apart]) => {
  const bytes = Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const each of pixels) counts.set(each, (counts.get(each) ?? 0) + 1);
  const part = (colour, by) => (colour >> by) & 255;
  const far = (a, b) => [0, 8, 16].reduce((sum, by) => sum + (part(a, by) - part(b, by)) ** 2, 0);
  const kept = [];
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1]))
    if (kept.length < most && kept.every((each) => far(each, colour) >= apart)) kept.push(colour);
  const place = new Map();
  for (const one of counts.keys())
    place.set(one, kept.reduce((best, each, at) => far(each, one) < far(kept[best], one) ? at : best, 0));
  let indexed = "";
  for (const each of pixels) indexed += String.fromCharCode(place.get(each));
  return [width, height, kept.flatMap((each) => [0, 8, 16].map((by) => part(each, by))), btoa(indexed)];
}"""


def named() -> list[str]:
    """The pictures that the guides show."""
    return sorted({each for guide in GUIDES for each in NAMED.findall(guide.read_text(encoding="utf-8"))})


def chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk of a PNG file (RFC 2083, 3.2)."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, colours: bytes, indexed: bytes) -> bytes:
    """A PNG of four bits a pixel; every line is stored unfiltered, which suits flat areas."""
    lines = (indexed[at : at + width] + bytes(width % 2) for at in range(0, len(indexed), width))
    packed = b"".join(
        b"\0" + bytes(a << 4 | b for a, b in zip(line[::2], line[1::2], strict=True)) for line in lines
    )
    head = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"PLTE", colours), chunk(b"IDAT", zlib.compress(packed, 9))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")


async def reduced(page: Page, picture: bytes) -> bytes:
    encoded = base64.b64encode(picture).decode()
    found = await page.evaluate(REDUCE, [encoded, COLOURS_MAX, APART_MIN])
    return png(found[0], found[1], bytes(found[2]), base64.b64decode(found[3]))


async def all_reduced(pictures: dict[str, bytes]) -> dict[str, bytes]:
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page()
        small = {name: await reduced(page, picture) for name, picture in pictures.items()}
        await browser.close()
    return small


def keep(source: Path) -> None:
    """Brings what the guides name from `source` to docs/pictures, and nothing else stays there."""
    pictures = {name: (source / f"{name}-{WIDTH}.png").read_bytes() for name in named()}
    small = asyncio.run(all_reduced(pictures))
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, picture in small.items():
        (FOLDER / f"{name}.png").write_bytes(picture)


def photograph(folder: str) -> None:
    chosen = {"FIREBREAK_LOOKS": "full", "FIREBREAK_PICTURES": folder}
    looks = [sys.executable, "-m", "pytest", "-q", "tests/browser/test_looks.py"]
    subprocess.run(looks, check=True, cwd=ROOT, env={**os.environ, **chosen})


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = sys.argv[1] if len(sys.argv) > 1 else folder
        if source == folder:
            photograph(folder)
        keep(Path(source))


if __name__ == "__main__":
    main()
