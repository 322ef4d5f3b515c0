"""Runs the steps of `make test` one after the other, keeps their output, and adds up what the runners reported."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from suite.report import Count, NoReport, Reader

SHOWN_LINES = 300


@dataclass(frozen=True)
class Step:
    """One command. A check (no `reader`) adds nothing to the sum unless it fails; a suite adds what it reports."""

    name: str
    command: list[str]
    reader: Reader | None = None
    report: Path | None = None
    # Reads from the report what the tests stumbled over, to be told once more where the run ends.
    faults: Callable[[Path], list[str]] | None = None
    needs: tuple[str, ...] = ()
    cwd: str = "."
    env: Mapping[str, str] = field(default_factory=dict)
    limit: int = 900
    may_be_empty: bool = False


@dataclass(frozen=True)
class Outcome:
    count: Count
    problem: str | None = None
    faults: tuple[str, ...] = ()


def judge(step: Step, code: int, output: str) -> Outcome:
    """The step's tests, and one line saying what is wrong unless all is well."""
    problem = None if code == 0 else f"ended with exit code {code}"
    count = Count()
    faults: tuple[str, ...] = ()
    if step.reader:
        try:
            count = step.reader(output, step.report)
        except NoReport as missing:
            problem = problem or str(missing)
        else:
            if count.failed:
                problem = f"{count.failed} of {count.passed + count.failed} tests did not pass"
                faults = tuple(step.faults(step.report)) if step.faults else ()
            elif count.passed == 0 and not step.may_be_empty:
                problem = problem or "ran no test"
    if problem and count.failed == 0:
        count += Count(failed=1)
    return Outcome(count, problem, faults)


def execute(step: Step, log: Path, root: Path) -> int:
    """Run the command in a process group of its own, so that nothing it started outlives it."""
    if step.report:
        step.report.unlink(missing_ok=True)
    with log.open("wb") as sink:
        process = subprocess.Popen(
            step.command,
            cwd=root / step.cwd,
            env={**os.environ, **step.env},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            return process.wait(step.limit)
        except subprocess.TimeoutExpired:
            sink.write(f"\nstopped: still running after {step.limit} s\n".encode())
            return 124
        finally:
            end_group(process)


def end_group(process: subprocess.Popen) -> None:
    """Ask the group to end, and after ten seconds make it."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            pass
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def run(steps: Iterable[Step], root: Path, logs: Path) -> Count:
    """Every step whose needs succeeded; the others count as failed, so that nothing is left out in silence."""
    logs.mkdir(parents=True, exist_ok=True)
    failed: dict[str, Outcome] = {}
    total = Count()
    for step in steps:
        started = time.monotonic()
        if sys.stdout.isatty():
            print(f"...  {step.name}", end="\r", flush=True)
        lost = [need for need in step.needs if need in failed]
        if lost:
            outcome = Outcome(Count(failed=1), f"not run, because these failed: {', '.join(lost)}")
        else:
            log = logs / f"{step.name.replace(' ', '-')}.log"
            try:
                code = execute(step, log, root)
            except OSError as error:
                log.write_text(f"{error}\n")
                code = 127
            output = log.read_text(errors="replace")
            outcome = judge(step, code, output)
            if outcome.problem:
                print("\n".join(output.splitlines()[-SHOWN_LINES:]))
        total += outcome.count
        seconds = time.monotonic() - started
        tests = f", {outcome.count.passed} passed" if step.reader and not lost else ""
        print(f"{'FAIL' if outcome.problem else 'ok':4} {step.name} ({seconds:.0f} s{tests})", flush=True)
        if outcome.problem:
            failed[step.name] = outcome
    for name, outcome in failed.items():
        for fault in outcome.faults:
            print(fault)
        print(f"FAIL {name}: {outcome.problem}")
    return total


def main(steps: Iterable[Step], root: Path, logs: Path) -> int:
    # A stop from outside must still end the running step and its database.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    total = run(steps, root, logs)
    print(f"{total.passed} passed, {total.failed} failed", flush=True)
    return 1 if total.failed else 0
