#!/usr/bin/env python3
"""The dependency rules of ARCHITECTURE.md: which crate may use which, and what the pure crates and each layer of `web` never name."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = {"domain", "matching", "migrations", "sheets", "transport", "web", "tests"}
MAY_USE = {
    "domain": set(),
    "matching": {"domain"},
    "migrations": set(),
    "sheets": {"domain"},
    "transport": set(),
    "web": {"domain", "matching", "migrations", "sheets", "transport"},
}
# Pure crates get time and ids as values and cannot fail for a reason of the outside world.
PURE = ("domain", "matching", "sheets", "transport")
OUTSIDE_WORLD = {"tokio", "sea-orm", "sea-orm-migration", "sqlx", "axum", "tower", "lettre", "tracing", "rand"}
# (folder, what its files never name, why)
LAYERS = [
    ("crates/web/src/http", r"\bsea_orm\b|\bsqlx\b|store::entity", "a handler never writes a query: that is the store's"),
    ("crates/web/src/store", r"\bcrate::http\b|\baxum\b", "the store never knows who asks"),
    ("migrations/src", r"store::entity|\bweb::", "a migration never changes when an entity does"),
]


def tree(package: str) -> set[str]:
    """Every crate that `package` is built with, tests aside."""
    command = ["cargo", "tree", "--locked", "--package", package, "--edges", "normal", "--prefix", "none", "--format", "{p}"]
    lines = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return {line.split()[0] for line in lines if line.strip()} - {package}


def problems() -> list[str]:
    found = []
    for package, allowed in MAY_USE.items():
        used = tree(package)
        found += [f"{package} uses {other}, which the rules do not allow" for other in sorted(used & OURS - allowed)]
        if package in PURE:
            found += [f"{package} is pure, but is built with {other}" for other in sorted(used & OUTSIDE_WORLD)]
    for folder, never, why in LAYERS:
        # `http.rs` belongs to the layer `http/` as its first page.
        files = [*(ROOT / folder).rglob("*.rs"), (ROOT / folder).with_suffix(".rs")]
        for file in (file for file in files if file.exists()):
            for number, line in enumerate(file.read_text().splitlines(), 1):
                if not line.lstrip().startswith("//") and re.search(never, line):
                    found.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()}  ({why})")
    return found


if __name__ == "__main__":
    wrong = problems()
    print("\n".join(wrong) or "the dependency rules hold")
    sys.exit(1 if wrong else 0)
