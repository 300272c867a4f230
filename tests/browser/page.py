"""A real page in Debian's Chromium, driven through Playwright, and what is asked of it again and again."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.async_api import BrowserContext, Page, async_playwright, expect

from firebreak.app.house import House
from firebreak.core.base.purposes import Environment
from firebreak.keyring.keys import OfficerKey
from tests.console.serving import Site
from tests.plays.paired import PASSPHRASE

CHROMIUM: Final = shutil.which("chromium") or ""
STATIC: Final = Path(__file__).parents[2] / "src/firebreak/console/static/index.html"
PKCS8: Final = bytes.fromhex("302e020100300506032b657004220420")  # stands before the seed of an Ed25519 key
expect.set_options(timeout=20_000)  # on an idle machine everything takes a tenth of a second
SIZES: Final = ((1366, 768), (1600, 900))

needs_browser = pytest.mark.skipif(
    not CHROMIUM or not STATIC.exists(),
    reason="needs Debian's chromium (apt-get install chromium) and the built console (make console)",
)

KEEP_KEY: Final = """async ([id, officer, pkcs8, publicHex]) => {
  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (each) => parseInt(each, 16));
  const pair = {
    privateKey: await crypto.subtle.importKey("pkcs8", bytes(pkcs8), "Ed25519", false, ["sign"]),
    publicKey: await crypto.subtle.importKey("raw", bytes(publicHex), "Ed25519", true, ["verify"]),
  };
  await new Promise((done, failed) => {
    const request = indexedDB.open("firebreak", 1);
    request.onerror = failed;
    request.onupgradeneeded = () => {
      const stores = ["keys", "lines", "handovers"];
      for (const each of stores) request.result.createObjectStore(each, { keyPath: "id" });
    };
    request.onsuccess = () => {
      const work = request.result.transaction("keys", "readwrite");
      work.objectStore("keys").put({ id, officer, pair, publicHex });
      work.oncomplete = () => { request.result.close(); done(); };
    };
  });
}"""

OVERFLOW: Final = """() => {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) found.push("the page itself");
  const all = "button, select, h1, h2, h3, strong, label, p, time, th, td";
  for (const each of document.querySelectorAll(all)) {
    if (!each.offsetParent || each.closest(".hidden, .clip, .words, .scroll .row")) continue;
    const [style, box] = [getComputedStyle(each), each.getBoundingClientRect()];
    const cut = style.display !== "inline" && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1;
    const text = each.textContent.trim().slice(0, 60);
    if (cut || box.right > innerWidth + 1) found.push(`${each.tagName}: ${text}`);
  }
  return found;
}"""

SMALL: Final = """() => [...document.querySelectorAll("button, select, input, summary")]
  .filter((each) => each.offsetParent && !each.closest(".hidden"))
  .filter((each) => !["radio", "checkbox"].includes(each.type))
  .map((each) => [each.getBoundingClientRect(), each, each.closest("[data-panel=call]") ? 43.5 : 31.5])
  .filter(([box, , least]) => box.height < least || box.width < 31.5)
  .map(([box, each]) => `${each.textContent.trim().slice(0, 40)} ${box.width}x${box.height}`)"""


@asynccontextmanager
async def chromium() -> AsyncIterator[BrowserContext]:
    """A fresh profile."""
    async with profiles(1) as (context,):
        yield context


@asynccontextmanager
async def profiles(count: int, *flags: str) -> AsyncIterator[list[BrowserContext]]:
    """Fresh profiles in one browser: none knows of another's keys and cookies."""
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *flags])
        made = [await browser.new_context(viewport={"width": 1600, "height": 900}) for _ in range(count)]
        for each in made:
            await each.add_init_script(WATCH_POLICY)
        yield made
        await browser.close()


WATCH_POLICY: Final = """window.broken = [];
addEventListener("securitypolicyviolation", (event) => window.broken.push(event.violatedDirective));
addEventListener("error", (event) => window.broken.push(String(event.message)));
addEventListener("unhandledrejection", (event) => window.broken.push(String(event.reason)));"""


async def chosen(context: BrowserContext, **preferences: str) -> None:
    """Palette and language of every page that is opened from now on."""
    made = ",".join(f"{name}:{value!r}" for name, value in preferences.items())
    await context.add_init_script(
        f"localStorage.setItem('firebreak-preferences', JSON.stringify({{{made}}}))"
    )


async def take_watch(page: Page, officer: str) -> None:
    """The officer whose key is here takes the watch."""
    await page.get_by_role("button", name="Take watch").click()
    await page.get_by_role("button", name="Sign").click()
    await expect(page.locator("header.bar")).to_contain_text(f"On watch: {officer}")


async def logged_in(
    context: BrowserContext, site: Site, name: str, folder: Path, officer: str, *roles: str
) -> Page:
    """A page of an account whose officer's key lies in this browser, not to be taken out."""
    settings = site.console.settings
    token = site.token(name, *roles, officer=officer)
    await context.add_cookies(
        [
            {
                "name": settings.cookie,
                "value": token,
                "url": settings.origin,
                "httpOnly": True,
                "sameSite": "Strict",
            }
        ]
    )
    page = await context.new_page()
    await page.goto(settings.origin + "/icon.svg")
    key = OfficerKey.load(House.at(folder).officer_key(officer), PASSPHRASE, environment=Environment.EXERCISE)
    stored: list[Any] = [f"{settings.party}/{name}", officer, (PKCS8 + key.seed).hex(), key.public.hex()]
    await page.evaluate(KEEP_KEY, stored)
    await page.goto(settings.origin + "/")
    await page.locator("header.bar").wait_for()
    return page
