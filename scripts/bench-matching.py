#!/usr/bin/env python3
"""`make bench-matching`: the clearing engine beside LEMON, both algorithms, in the same run; writes docs/performance.md.

RUNS=N   rounds of measuring, each solver once a round (5)
XL=1     the market of a whole country as well: minutes, and ours alone, because LEMON cannot hold its pairs
ONLY=S,M only these markets; the document is left as it is
SMALL=1  S and the bad days at a size for tests: whether all is well, in seconds; the document is left as it is
"""

import datetime
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benches/matching"
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
WORK = TARGET / "bench-matching"
ENGINE = TARGET / "release/examples/clear"
LEMON = WORK / "lemon"
PERFORMANCE = ROOT / "docs/performance.md"
RUNS = int(os.environ.get("RUNS", "5"))
# A market is not measured again once its rounds took this long, but at least twice.
ENOUGH = 90.0
METHODS = {"ns": "network simplex", "cs": "cost scaling"}
# How many times as fast as LEMON's better one the engine should be, at least. S is over before a clock tells.
AIMS = {"S": None, "M": 5, "L": 5}
COMMON_DAYS = ("S", "M", "L", "dense")
# Markets of eight weeks, and how many times as long as the week they are made of they may take.
WEEKS = {"M-weeks": "M", "L-weeks": "L"}
LONGER = 10
BAD_DAYS = ("ties", "degen", "unbal", "unbal2", "chain", "mixed")
SMALL = os.environ.get("SMALL") == "1"


@dataclass
class Measured:
    """Every run of one solver on one market."""

    user: list[float] = field(default_factory=list)
    system: list[float] = field(default_factory=list)
    kib: list[int] = field(default_factory=list)

    def cpu(self) -> float:
        """User CPU of the best run. The kernel splits user and system of short runs by its ticks, so the split is that of all runs."""
        both = [user + system for user, system in zip(self.user, self.system, strict=True)]
        return min(both) * sum(self.user) / max(sum(both), 1e-9)

    def mib(self) -> float:
        return min(self.kib) / 1024


@dataclass
class Row:
    name: str
    offers: int
    demands: int
    pairs: int | None
    ours: Measured
    lemon: dict[str, Measured]

    def ratio(self) -> float | None:
        return min(one.cpu() for one in self.lemon.values()) / self.ours.cpu() if self.lemon else None


def main() -> int:
    timer = shutil.which("time") or sys.exit("GNU time is missing, it measures memory: apt-get install time")
    WORK.mkdir(parents=True, exist_ok=True)
    run(["cargo", "build", "--release", "--locked", "--package", "transport", "--example", "clear"])
    with_lemon = build_lemon()
    wanted = markets()
    rows = []
    for name in wanted:
        if made(name):
            rows.append(measure(timer, name, with_lemon and name != "XL" and name not in WEEKS))
            print(line(rows[-1]), flush=True)
    if not rows:
        return 1
    text = document(rows)
    print(text)
    if set(COMMON_DAYS + BAD_DAYS) <= {row.name for row in rows} and with_lemon and not SMALL:
        PERFORMANCE.write_text(text)
    return 0


def markets() -> list[str]:
    common = ("S",) if SMALL else COMMON_DAYS
    every = [*common, *BAD_DAYS, *(() if SMALL else WEEKS), "XL"]
    only = [name for name in os.environ.get("ONLY", "").split(",") if name]
    if strange := set(only) - set(every):
        sys.exit(f"there is no market {', '.join(sorted(strange))}; there are {', '.join(every)}")
    return only or [name for name in every if name != "XL" or os.environ.get("XL") == "1"]


def folder(name: str) -> Path:
    return WORK / (f"small-{name}" if SMALL and name in BAD_DAYS else name)


def run(command: list, **more) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=True, **more)


def build_lemon() -> bool:
    """Compiled for this very machine, as its users would; the engine is built for every x86-64."""
    if not shutil.which("g++"):
        print("g++ is missing, so LEMON is left out: apt-get install g++ liblemon-dev")
        return False
    built = subprocess.run(["g++", "-O3", "-march=native", "-w", "-o", LEMON, HERE / "lemon.cc"], capture_output=True, text=True)
    if built.returncode:
        print(f"LEMON cannot be built, so it is left out: apt-get install liblemon-dev\n{built.stderr[:600]}")
    return built.returncode == 0


def has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def made(name: str) -> bool:
    """Whether the market is there; made where it is not, or where its generator is newer."""
    if name in WEEKS:
        last = folder(name) / "demands.csv"
        if not last.exists() or last.stat().st_mtime < (HERE / "weeks.py").stat().st_mtime:
            made(WEEKS[name]) and run([sys.executable, HERE / "weeks.py", folder(WEEKS[name]), folder(name)])
        return last.exists()
    script = HERE / ("adversarial.py" if name in BAD_DAYS else "gen.py")
    last = folder(name) / "demands.csv"
    if last.exists() and last.stat().st_mtime > max(script.stat().st_mtime, (HERE / "gen.py").stat().st_mtime):
        return True
    needs = ["numpy", "pandas"] if script.name == "gen.py" else ["numpy"]
    missing = [module for module in needs if not has(module)]
    if missing:
        packages = " ".join(f"python3-{module}" for module in missing)
        print(f"{name} is left out, its generator needs {' and '.join(missing)}: apt-get install {packages}")
        return False
    run([sys.executable, script, name, folder(name), *(["--small"] if SMALL and name in BAD_DAYS else [])])
    return True


def measure(timer: str, name: str, with_lemon: bool) -> Row:
    market = folder(name)
    out = market.with_suffix(".out")
    ours, lemon = Measured(), {method: Measured() for method in METHODS} if with_lemon else {}
    values, pairs = {}, None
    while len(ours.user) < RUNS:
        timed(timer, [ENGINE, market, out], ours)
        for method, measured in lemon.items():
            told = json.loads(timed(timer, [LEMON, market, method], measured))
            values[f"LEMON's {METHODS[method]}"], pairs = told["value"], told["pairs"]
        spent = sum(sum(one.user) for one in (ours, *lemon.values()))
        if len(ours.user) >= 2 and spent > ENOUGH:
            break
    proved = check(name, market, out)
    for solver, value in values.items():
        if proved is not None and value != proved:
            sys.exit(f"{name}: {solver} finds {value} ₫, ours is proved at {proved} ₫")
    return Row(name, rows_of(market / "offers.csv"), rows_of(market / "demands.csv"), pairs, ours, lemon)


def timed(timer: str, command: list, into: Measured) -> str:
    """One run. CPU is asked of the kernel to the microsecond; memory of `time`, which is smaller than what it starts."""
    peak = WORK / "peak"
    with subprocess.Popen([timer, "-f", "%M", "-o", str(peak), *map(str, command)], stdout=subprocess.PIPE, text=True) as process:
        output = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{Path(command[0]).name} failed on {Path(command[1]).name}")
    into.user.append(used.ru_utime)
    into.system.append(used.ru_stime)
    into.kib.append(int(peak.read_text().split()[-1]))
    return output


def check(name: str, market: Path, out: Path) -> int | None:
    """The value, proved by check.py: no gap, nobody could do better."""
    if not has("numpy"):
        print("numpy is missing, so nothing is proved: apt-get install python3-numpy")
        return None
    plan = ["--solution", out / "solution.csv", "--u", out / "offer_duals.csv", "--v", out / "demand_duals.csv"]
    if name in WEEKS:
        plan += ["--parts", out / "part_duals.csv"]
    command = [str(part) for part in (sys.executable, HERE / "check.py", market, *plan)]
    checked = subprocess.run(command, capture_output=True, text=True)
    said = json.loads(checked.stdout) if checked.stdout.startswith("{") else {}
    if checked.returncode or said.get("duality_gap") != 0:
        sys.exit(f"{name}: check.py refuses the plan: {said.get('failed') or checked.stderr}")
    return said["objective"]


def rows_of(file: Path) -> int:
    with file.open("rb") as lines:
        return sum(1 for _ in lines) - 1


def seconds(value: float) -> str:
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def mib(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def cells(row: Row) -> list[str]:
    both = lambda one: [seconds(one.cpu()), mib(one.mib())]
    pairs = f"{row.pairs:,}" if row.pairs is not None else "not listed"
    lemon = [cell for method in METHODS for cell in (both(row.lemon[method]) if row.lemon else ["–", "–"])]
    ratio, aim = row.ratio(), None if SMALL else AIMS.get(row.name, 1)
    faster = f"{ratio:.{2 if ratio < 2 else 1}f}×" if ratio else "–"
    verdict = f"≥ {aim}×" + ("" if ratio >= aim else " **missed**") if ratio and aim else "–"
    return [row.name, f"{row.offers:,} × {row.demands:,}", pairs, *both(row.ours), *lemon, faster, verdict]


def line(row: Row) -> str:
    return "| " + " | ".join(cells(row)) + " |"


def week_line(row: Row, week: Row) -> str:
    longer = row.ours.cpu() / week.ours.cpu()
    verdict = f"≤ {LONGER}×" + ("" if longer <= LONGER else " **missed**")
    told = [row.name, f"{row.offers:,} × {row.demands:,}", seconds(row.ours.cpu()), mib(row.ours.mib()), f"{longer:.1f}×", verdict]
    return "| " + " | ".join(told) + " |"


def machine() -> str:
    def found(file: str, pattern: str) -> str:
        match = re.search(pattern, Path(file).read_text(), re.MULTILINE)
        return match[1].strip() if match else "unknown"

    memory = int(found("/proc/meminfo", r"^MemTotal:\s+(\d+)")) / 1024**2
    processor = found("/proc/cpuinfo", r"^model name\s*:(.*)$")
    return f"{processor}, {os.cpu_count()} cores, {memory:.0f} GiB"


def document(rows: list[Row]) -> str:
    rounds = {row.name: len(row.ours.user) for row in rows}
    most = max(rounds.values())
    fewer = ", ".join(f"{name}: {count}" for name, count in rounds.items() if count < most)
    compiler = subprocess.run(["g++", "-dumpfullversion"], capture_output=True, text=True).stdout.strip() if shutil.which("g++") else ""
    head = "| market | offers × demands | pairs that fit | ours, s | MiB | LEMON ns, s | MiB | LEMON cs, s | MiB | best of LEMON ÷ ours | aim |"
    table = "\n".join([head, "|---|" + "---:|" * 10, *(line(row) for row in rows if row.name not in WEEKS)])
    by_name = {row.name: row for row in rows}
    weeks = [week_line(by_name[name], by_name[of]) for name, of in WEEKS.items() if {name, of} <= by_name.keys()]
    if weeks:
        table += "\n".join(["\n\n| eight weeks | offers × weekly demands | ours, s | MiB | ÷ the week alone | aim |", "|---|" + "---:|" * 5, *weeks])
    runs = f"{most} rounds ({fewer})" if fewer else f"{most} rounds"
    return TEXT.format(date=datetime.date.today(), machine=machine(), runs=runs, lemon=lemon_version(), compiler=compiler, table=table)


def lemon_version() -> str:
    config = Path("/usr/include/lemon/config.h")
    match = re.search(r'LEMON_VERSION "([^"]+)"', config.read_text()) if config.exists() else None
    return match[1] if match else "absent"


TEXT = """# How fast markets are cleared

Written by `make bench-matching`; run it again to measure your machine.

{table}

- Measured on {date}: {machine}; Linux, one thread.
- Seconds are user CPU of the best of {runs}, in which all three programs run one after the other. Reading the files and writing the
  result are part of it. MiB is the most memory held at once.
- `ns` and `cs` are network simplex and cost scaling of LEMON {lemon}, product by product with all pairs that fit, by g++ {compiler} with `-O3
  -march=native`; ours is built for any x86-64 and uses what the processor has.
- Ours is proved on every market by `benches/matching/check.py`, over all pairs and without a gap, and LEMON's values are the same to the last đồng.
  LEMON finds a plan; ours also finds both ends of what every rent can be.
- The markets: S, M, L and XL are weeks of vegetables from a district to a country; `dense` is one product of which every pair fits; `ties` has round
  prices and few places; `degen` is an assignment of equal lots worth nearly the same; `unbal` offers sixty times what is wanted and `unbal2` the
  other way round; `chain` is a road along which each post reaches two neighbours and the better one is always wrong; `mixed` is that road with its
  posts numbered in no order. The markets of eight weeks are M and L with offers harvested over two to eight weeks, so much a week at most, and
  demands of as many weekly lines at prices that move from week to week.

## Measure it yourself

    apt-get install g++ liblemon-dev python3-numpy python3-pandas time
    make bench-matching
    XL=1 make bench-matching        # a whole country as well; LEMON would need tens of GiB for its pairs
    ONLY=ties,M RUNS=9 make bench-matching

Without LEMON or numpy it measures what it can and says what is missing; this document is then left as it is.
"""

if __name__ == "__main__":
    sys.exit(main())
