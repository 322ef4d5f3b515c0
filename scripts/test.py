#!/usr/bin/env python3
"""`make test`: every check of the project. The last line is `N passed, N failed`, added up from the runners' own reports.

Output of each step: var/test/<step>.log. `scripts/test.py STEP...` runs only the named steps and what they need.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from suite import report, runner
from suite.runner import Step

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "var/test"
SNAPSHOTS = LOGS / "snapshots-used.txt"


def rust_tests(which: str, plain: list[str]) -> list[str]:
    """cargo nextest for the filter `which`, or cargo test with the arguments `plain` where nextest is missing."""
    if shutil.which("cargo-nextest"):
        # --workspace always: a part built alone gets other features, and everything below it is compiled again.
        return ["cargo", "nextest", "run", "--locked", "--workspace", "-E", which]
    return ["cargo", "test", "--locked", "--workspace", "--no-fail-fast", *plain]


def steps() -> list[Step]:
    stories = rust_tests("package(tests)", ["--test", "api"])
    insta = {"INSTA_UPDATE": "no", "INSTA_SNAPSHOT_REFERENCES_FILE": str(SNAPSHOTS)}
    vitest = LOGS / "vitest.json"
    vitest_options = ["--reporter=default", "--reporter=json", f"--outputFile.json={vitest}"]
    journeys = LOGS / "journeys.json"
    npm = ["npm", "run", "--silent"]
    front = ("front end build",)
    built = (*front, "server build")
    return [
        Step(
            "test scripts",
            [sys.executable, "-m", "unittest", "discover", "-s", ".", "-p", "test_*.py", "-t", "."],
            cwd="scripts",
            reader=report.unittest,
        ),
        Step("test tools", ["scripts/install-test-tools.sh"]),
        Step("front end build", ["scripts/frontend.sh"]),
        Step("front end lint", [*npm, "lint"], cwd="frontend", needs=front),
        Step("front end types", [*npm, "check"], cwd="frontend", needs=front),
        Step("front end units", [*npm, "test", "--", *vitest_options], cwd="frontend", needs=front, reader=report.vitest, report=vitest),
        Step("rust format", ["cargo", "fmt", "--all", "--check"]),
        Step("dependency rules", ["scripts/check-dependencies.py"]),
        Step("words of every code", ["scripts/check-words.py"]),
        Step("server build", ["cargo", "build", "--locked", "--workspace", "--all-targets"], needs=front, limit=2400),
        Step("api description", ["scripts/check-openapi.sh"], needs=built),
        Step(
            "rust units",
            rust_tests("not package(tests)", ["--exclude", "tests"]),
            needs=built,
            reader=report.cargo,
            env=insta,
        ),
        # nextest does not run the examples in the crates' documentation.
        Step(
            "examples in docs",
            ["cargo", "test", "--locked", "--doc", "--package", "matching", "--package", "transport"],
            needs=front,
            reader=report.libtest,
            limit=1800,
        ),
        # Before the long steps: what they find costs a minute to mend.
        Step("clippy", ["cargo", "clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"], needs=front, limit=1800),
        Step(
            "rustdoc",
            ["cargo", "doc", "--locked", "--workspace", "--no-deps", "--document-private-items"],
            needs=front,
            env={"RUSTDOCFLAGS": "-D warnings"},
            limit=1800,
        ),
        Step("stories on sqlite", stories, needs=built, reader=report.cargo, env=insta),
        Step(
            "stories on postgres",
            ["scripts/postgres.sh", *stories],
            needs=("test tools", *built),
            reader=report.cargo,
            env=insta,
        ),
        Step("snapshots", ["scripts/check-snapshots.py", str(SNAPSHOTS)], needs=("rust units", "stories on sqlite")),
        Step("journey packages", ["scripts/e2e-packages.sh"]),
        Step("journey types", [*npm, "check"], cwd="tests/e2e", needs=("journey packages",)),
        Step(
            "browser journeys",
            [*npm, "test"],
            cwd="tests/e2e",
            needs=("test tools", "journey packages", *built),
            reader=report.playwright,
            report=journeys,
            faults=report.playwright_faults,
            env={"PLAYWRIGHT_JSON_OUTPUT_FILE": str(journeys)},
            limit=1800,
        ),
    ]


def chosen(names: Iterable[str]) -> list[Step]:
    every = {step.name: step for step in steps()}
    wanted: set[str] = set()

    def want(name: str) -> None:
        if name not in every:
            sys.exit(f"no step is called {name!r}; there are: {', '.join(every)}")
        wanted.add(name)
        for need in every[name].needs:
            want(need)

    for name in names or every:
        want(name)
    return [step for step in every.values() if step.name in wanted]


if __name__ == "__main__":
    os.environ.setdefault("CARGO_TERM_COLOR", "never")
    os.environ["NO_COLOR"] = "1"
    os.environ.pop("FORCE_COLOR", None)
    # The first run of the stories is the one on SQLite, whatever the caller's shell has set.
    os.environ.pop("TEST_DATABASE_URL", None)
    picked = chosen(sys.argv[1:])
    # Two runs in one folder would remove each other's logs and reports.
    LOGS.parent.mkdir(exist_ok=True)
    lock = LOGS.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit("another run of the tests is at work in this folder; wait for its end\n0 passed, 1 failed")
    shutil.rmtree(LOGS, ignore_errors=True)
    sys.exit(runner.main(picked, ROOT, LOGS))
