#!/usr/bin/env python3
"""`make bench`: measures a release build on a fresh demo market and prints every figure beside its aim."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVER = ROOT / "target/release/muavu"
DRIVER = ROOT / "target/release/examples/offer_list_driver"
MARKET = ROOT / "target/release/examples/market_reading"
LISTEN = "127.0.0.1:8099"
ADDRESS = f"http://{LISTEN}"
OFFERS = 1_000
CLIENTS, SECONDS = 32, 10
# As many as a list may have.
ROWS = 10_000


def main() -> int:
    build()
    with tempfile.TemporaryDirectory(prefix="muavu-bench.") as folder:
        env = os.environ | {"MUAVU_DATA_DIR": folder, "MUAVU_LISTEN": LISTEN, "MUAVU_PUBLIC_URL": ADDRESS, "MUAVU_LOG": "warn"}
        figures = Figures()
        demo_market(env, figures)
        server, seconds = start(env)
        try:
            figures.add("start to /readyz on an existing database", seconds, "s", most=1)
            time.sleep(5)
            figures.add("idle memory (resident)", resident(server.pid), "MiB", most=60)
            accounts = get("/api/v1/instance")["demo_accounts"]
            officer, director = (sign_in(account(accounts, role)) for role in ("officer", "director"))
            rounds(env, officer, figures)
            fill(officer, director)
            offer_list(folder, account(accounts, "officer")["sign_in"], officer, figures)
            first_page(figures)
            desk_table(buyer(accounts), figures)
            imports(director, server.pid, figures)
        finally:
            server.terminate()
            server.wait(timeout=30)
        market(figures)
    figures.print()
    return 0


class Figures:
    """What was measured, with the aim where there is one."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str, str]] = []

    def add(self, name: str, value: float, unit: str, most: float | None = None, least: float | None = None) -> None:
        aim, verdict = "", ""
        if most is not None:
            aim, verdict = f"≤ {number(most)} {unit}", "ok" if value <= most else "MISSED"
        if least is not None:
            aim, verdict = f"≥ {number(least)} {unit}", "ok" if value >= least else "MISSED"
        self.rows.append((name, f"{number(value)} {unit}", aim, verdict))

    def print(self) -> None:
        widths = [max(len(row[at]) for row in self.rows) for at in range(3)]
        for name, value, aim, verdict in self.rows:
            print(f"{name:<{widths[0]}}  {value:>{widths[1]}}  {aim:<{widths[2]}}  {verdict}".rstrip())


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def build() -> None:
    run([ROOT / "scripts/frontend.sh"])
    run(["cargo", "build", "--release", "--workspace", "--bin", "muavu", "--example", "offer_list_driver", "--example", "market_reading"])
    if not shutil.which("wrk"):
        print("installing wrk (once)", flush=True)
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        run([*root, "apt-get", "-o", "DPkg::Lock::Timeout=300", "update", "-q"])
        run([*root, "apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-q", "-y", "--no-install-recommends", "wrk"])
    run([ROOT / "scripts/e2e-packages.sh"])


def run(command: list) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def demo_market(env: dict, figures: Figures) -> None:
    began = time.monotonic()
    output = subprocess.run([SERVER, "demo", "--load-only"], env=env, check=True, capture_output=True, text=True).stdout
    figures.add("demo load: 396 organisations, 900 offers, 350 demands", float(re.search(r"loaded: .*\(([\d.]+) s\)", output)[1]), "s", most=20)
    figures.add("demo load with the weeks played", time.monotonic() - began, "s")


def start(env: dict) -> tuple[subprocess.Popen, float]:
    began = time.monotonic()
    server = subprocess.Popen([SERVER, "demo"], env=env, stdout=subprocess.DEVNULL)
    while time.monotonic() - began < 60:
        if server.poll() is not None:
            sys.exit("the server stopped at its start")
        try:
            urllib.request.urlopen(f"{ADDRESS}/readyz", timeout=1).read()
            return server, time.monotonic() - began
        except (urllib.error.URLError, OSError):
            time.sleep(0.005)
    sys.exit("the server was not ready within a minute")


def resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024


def request(path: str, cookie: str = "", body: object = None):
    headers = {"Origin": ADDRESS, "Content-Type": "application/json", "Cookie": cookie}
    data = None if body is None else json.dumps(body).encode()
    return urllib.request.urlopen(urllib.request.Request(ADDRESS + path, data=data, headers=headers), timeout=30)


def get(path: str, cookie: str = "") -> dict:
    return json.load(request(path, cookie))


def account(accounts: list, role: str) -> dict:
    return next(account for account in accounts if account["role"] == role)


def sign_in(who: dict) -> str:
    answer = request("/api/v1/auth/sign-in", body={"sign_in": who["sign_in"], "password": who["password"]})
    return next(value.split(";")[0] for name, value in answer.headers.items() if name.lower() == "set-cookie" and value.startswith("muavu="))


def rounds(env: dict, officer: str, figures: Figures) -> None:
    """The first round saw the whole market."""
    first, after = None, ""
    while True:
        page = get(f"/api/v1/rounds?limit=100{after}", officer)
        first = page["items"][-1] if page["items"] else first
        if not page["next"]:
            break
        after = f"&after={page['next']}"
    solved = []
    for _ in range(3):
        began = time.monotonic()
        subprocess.run([SERVER, "replay", first["id"]], env=env, check=True, stdout=subprocess.DEVNULL)
        solved.append(time.monotonic() - began)
    figures.add("round of the whole market, read, cleared and proved again (muavu replay)", min(solved), "s", most=0.3)
    figures.add("the same when it ran, with its proposals reserved and announced", first["millis"] / 1000, "s")


def fill(officer: str, director: str) -> None:
    """Posts offers through the API until there are a thousand."""
    count, after = 0, ""
    while True:
        page = get(f"/api/v1/offers?limit=100{after}", officer)
        count += len(page["items"])
        if not page["next"]:
            break
        after = f"&after={page['next']}"
    today = time.time()
    day = lambda ahead: time.strftime("%Y-%m-%d", time.gmtime(today + ahead * 86_400))
    for at in range(OFFERS - count):
        request("/api/v1/offers", director, {
            "variety": "cam-canh", "grade": "first", "kg_total": str(1_000 + at), "kg_per_week": "500", "window": {"from": day(7), "to": day(35)},
            "ask": 22_000, "min_lot": "0", "max_payment_days": 30, "pickup_commune": "05089",
        }).read()


def offer_list(folder: str, sign_in_name: str, cookie: str, figures: Figures) -> None:
    def load(seconds: int) -> str:
        command = ["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds}s", "--latency", "-H", f"Cookie: {cookie}", f"{ADDRESS}/api/v1/offers?limit=20"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    load(2)
    output = load(SECONDS)
    if re.search(r"Non-2xx|Socket errors", output):
        sys.exit(f"not every request was answered:\n{output}")
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", output).groups()
    figures.add(f"offer list, 20 of {OFFERS:,} rows, signed in, {CLIENTS} clients", float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]), "req/s", least=2_000)
    figures.add("  99th percentile", float(value) * {"us": 0.001, "ms": 1, "s": 1_000}[unit], "ms", most=50)
    command = [DRIVER, f"{folder}/muavu.sqlite", sign_in_name, str(SECONDS), str(CLIENTS)]
    rate, p99 = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    figures.add("  the same SQL straight through the driver", float(rate), "req/s")
    figures.add("  99th percentile", float(p99), "ms")


def first_page(figures: Figures) -> None:
    output = subprocess.run(["node", "first-page.mjs", f"{ADDRESS}/"], cwd=ROOT / "tests/e2e", check=True, capture_output=True, text=True).stdout
    page = json.loads(output)
    figures.add("first page, gzip, with fonts", page["bytes"] / 1000, "kB", most=150)
    figures.add("  of it fonts", sum(file["bytes"] for file in page["files"] if "font" in file["path"]) / 1000, "kB")


def buyer(accounts: list) -> dict:
    """The demo shows a director of each side."""
    directors = (one for one in accounts if one["role"] == "director")
    return next(one for one in directors if get("/api/v1/session", sign_in(one))["organisation"]["side"] == "buyer")


def desk_table(who: dict, figures: Figures) -> None:
    command = ["node", "desk-table.mjs", ADDRESS, who["sign_in"], who["password"]]
    table = json.loads(subprocess.run(command, cwd=ROOT / "tests/e2e", check=True, capture_output=True, text=True).stdout)
    figures.add(f"table of {table['rows']} demands: a key to its picture, 95th percentile", table["p95"], "ms", most=100)
    figures.add("  median", table["p50"], "ms")
    figures.add("  pasting them all", table["paste"], "ms")


def market(figures: Figures) -> None:
    """A market of its own, on one thread: what holds it would hold every answer that it should have given."""
    output = subprocess.run([MARKET, "10000", "2000"], check=True, capture_output=True, text=True).stdout
    read, held = map(float, output.split())
    figures.add("a market of 10,000 offers and 2,000 demands, read and opened", read, "ms")
    figures.add("  the longest that an answering thread was held meanwhile", held, "ms")


class Peak:
    """The most memory that a process takes from here on."""

    def __init__(self, pid: int) -> None:
        self.status = Path(f"/proc/{pid}/status")
        Path(f"/proc/{pid}/clear_refs").write_text("5")
        self.before = resident(pid)

    def more(self) -> float:
        return int(re.search(r"VmHWM:\s+(\d+) kB", self.status.read_text())[1]) / 1024 - self.before


def imports(director: str, pid: int, figures: Figures) -> None:
    """A full list of offers, no two alike, from the upload to the last offer on the market. It comes last: it fills the market."""
    day = lambda ahead: time.strftime("%d/%m/%Y", time.gmtime(time.time() + ahead * 86_400))
    row = lambda at: f"Cam Canh;Loại 1;{2_000 + at};500;{day(7)};{day(35)};22000;30;05089"
    head = "Giống;Phẩm cấp;Khối lượng;Mỗi tuần;Từ ngày;Đến ngày;Đơn giá;Thanh toán;Xã"
    file = "\n".join([head, *map(row, range(ROWS))]).encode()
    headers = {"Origin": ADDRESS, "Content-Type": "application/octet-stream", "Cookie": director}
    upload = urllib.request.Request(f"{ADDRESS}/api/v1/imports?kind=offers&name=bench.csv", data=file, headers=headers)
    peak, began = Peak(pid), time.monotonic()
    sent = json.load(urllib.request.urlopen(upload, timeout=300))
    figures.add(f"import: {ROWS:,} rows of offers read, compared and stored", ROWS / (time.monotonic() - began), "rows/s")
    figures.add("  memory that it takes at most (CSV)", peak.more(), "MiB", most=150)
    began = time.monotonic()
    path = f"/api/v1/imports/{sent['id']}"
    request(f"{path}/make", director, {}).read()
    while get(path, director)["state"] == "making":
        time.sleep(0.1)
    made = get(path, director)["counts"]["made"]
    if made != ROWS:
        sys.exit(f"{made} of {ROWS} rows became offers")
    figures.add("  the same rows made into offers", ROWS / (time.monotonic() - began), "rows/s")
    book = workbook([line.split(";") for line in file.decode().splitlines()])
    upload = urllib.request.Request(f"{ADDRESS}/api/v1/imports?kind=offers&name=bench.xlsx", data=book, headers=headers)
    peak = Peak(pid)
    sent = json.load(urllib.request.urlopen(upload, timeout=300))
    if sent["counts"]["known"] != ROWS:
        sys.exit(f"the workbook says something else than the same list as text: {sent['counts']}")
    figures.add(f"import: {ROWS:,} rows of an XLSX that are here already, memory at most", peak.more(), "MiB", most=150)


def workbook(rows: list) -> bytes:
    """The least that a spreadsheet program would write."""
    cell = lambda text: f'<c t="inlineStr"><is><t>{text}</t></is></c>'
    sheet = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    main, rels = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Bench" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in members.items():
            book.writestr(name, text)
    return packed.getvalue()


if __name__ == "__main__":
    sys.exit(main())
