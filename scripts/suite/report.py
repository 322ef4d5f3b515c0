"""What each test runner says of its own run: how many tests passed and how many did not.

A test that was skipped, flaky or never started did not pass, so wherever a report tells of it, it counts as failed.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed)


class NoReport(Exception):
    """The runner ended without saying what it ran."""


# Reads a step's output and its report file (None where the runner only prints).
Reader = Callable[[str, Path | None], Count]


def nextest(output: str, _file: Path | None = None) -> Count:
    """`Summary [ 0.1s] 12 tests run: 11 passed, 1 failed, 3 skipped`; `4/12 tests run` when the run was cut short."""
    found = re.search(r"Summary \[[^\]]*\]\s+(\d+)(?:/(\d+))? tests? run: (\d+) passed", output)
    if not found:
        raise NoReport("cargo nextest printed no summary")
    started, planned, passed = found.groups()
    return Count(int(passed), int(planned or started) - int(passed))


def libtest(output: str, _file: Path | None = None) -> Count:
    """`test result: ok. 3 passed; 0 failed; ...`, one line for each test binary."""
    lines = re.findall(r"^test result: \w+\. (\d+) passed; (\d+) failed;", output, re.MULTILINE)
    if not lines:
        raise NoReport("cargo test printed no result line")
    return Count(sum(int(passed) for passed, _ in lines), sum(int(failed) for _, failed in lines))


def cargo(output: str, file: Path | None = None) -> Count:
    """Of cargo nextest, or of cargo test where nextest is not installed."""
    return nextest(output) if "Nextest run ID" in output else libtest(output, file)


def unittest(output: str, _file: Path | None = None) -> Count:
    """`Ran 5 tests in 0.001s`, then `OK` or `FAILED (failures=1, errors=2, skipped=1)`."""
    ran = re.search(r"^Ran (\d+) tests? in ", output, re.MULTILINE)
    if not ran:
        raise NoReport("python's unittest printed no summary")
    result = re.search(r"^(?:OK|FAILED) \((.*)\)$", output, re.MULTILINE)
    lost = sum(int(n) for n in re.findall(r"\b(?:failures|errors|skipped)=(\d+)", result.group(1))) if result else 0
    return Count(int(ran.group(1)) - lost, lost)


def _json(file: Path | None) -> dict:
    try:
        return json.loads(file.read_text())
    except (AttributeError, OSError, ValueError) as error:
        raise NoReport(f"no readable report: {error}") from error


def vitest(_output: str, file: Path | None) -> Count:
    """vitest's JSON report: `numTotalTests` holds the skipped and todo ones too."""
    report = _json(file)
    return Count(report["numPassedTests"], report["numTotalTests"] - report["numPassedTests"])


def playwright(_output: str, file: Path | None) -> Count:
    """Playwright's JSON report. `expected` passed at the first try; `flaky` passed only at a later one."""
    stats = _json(file)["stats"]
    return Count(stats["expected"], stats["unexpected"] + stats["flaky"] + stats["skipped"])


COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def playwright_faults(file: Path) -> list[str]:
    """What each journey that did not pass stumbled over, in Playwright's own words."""

    def specs(suite: dict):
        yield from suite.get("specs", [])
        for inner in suite.get("suites", []):
            yield from specs(inner)

    return [
        f"{spec['title']} [{test['projectName']}]: {COLOURS.sub('', error['message'])}"
        for suite in _json(file).get("suites", [])
        for spec in specs(suite)
        for test in spec["tests"]
        for result in test["results"]
        for error in result.get("errors", [])
    ]
