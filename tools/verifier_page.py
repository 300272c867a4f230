"""Puts the second verifier into one page that works offline: python -m tools.verifier_page

Each module of `verifiers/js` becomes a function of its own inside the page, so that nothing is loaded; the
texts come from the language files. The policy of the page names the hashes of its own script and style and
forbids everything else, the network above all.
"""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Final

from tools.tree import ROOT

FOLDER: Final = ROOT / "verifiers" / "js"
PAGE: Final = FOLDER / "firebreak-verifier.html"
TEXTS: Final = ROOT / "src" / "firebreak" / "languages"
LANGUAGES: Final = ("de", "en", "ru", "uk")

IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.mjs";\n', re.MULTILINE)
EXPORT: Final = re.compile(r"^export ((?:async )?(?:const|function\*?|class)) (\w+)", re.MULTILINE)
EXPORTED: Final = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)


def page() -> str:
    """The page as it should stand in the tree."""
    script = f"\n{script_of('page')}"
    template = (FOLDER / "page.html").read_text(encoding="utf-8")
    style = template.partition("<style>")[2].partition("</style>")[0]
    hashes = {"SCRIPT-HASH": hash_of(script), "STYLE-HASH": hash_of(style)}
    for name, value in hashes.items():
        template = template.replace(name, value)
    return template.replace(">SCRIPT<", f">{script}<")


def script_of(last: str) -> str:
    """The texts, then every module that `last` needs, each after those it needs itself."""
    parts: dict[str, str] = {}
    _add(last, parts)
    texts = {each: (TEXTS / each / "verify.ftl").read_text(encoding="utf-8") for each in LANGUAGES}
    plain = json.dumps(texts, ensure_ascii=False, sort_keys=True).replace("</", "<\\/")
    return "\n".join((f"globalThis.firebreakTexts = {plain};", *parts.values()))


def _add(name: str, parts: dict[str, str]) -> None:
    if name in parts:
        return
    source = (FOLDER / f"{name}.mjs").read_text(encoding="utf-8")
    for needed in IMPORT.findall(source):
        _add(needed[1], parts)
    exported = [found[1] for found in EXPORT.findall(source)]
    exported += [each.strip() for found in EXPORTED.findall(source) for each in found.split(",")]
    body = IMPORT.sub(_as_constants, EXPORT.sub(r"\1 \2", EXPORTED.sub("", source)))
    assert "import " not in body.replace("imported", ""), name
    names = ", ".join(each for each in exported if each)
    parts[name] = f"const module_{name} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n"


def _as_constants(found: re.Match[str]) -> str:
    names = " ".join(found[1].split()).replace(" as ", ": ").rstrip(",")
    return f"const {{ {names} }} = module_{found[2]};\n"


def hash_of(text: str) -> str:
    """How a content security policy names an inline script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def write(target: Path = PAGE) -> None:
    """Bring the page up to date."""
    target.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
