#!/usr/bin/env python3
"""Makes a market of one week a market of several. Usage: weeks.py DIR OUTDIR [--weeks 8] [--seed 1]

Every offer is harvested in two weeks or more on end, half as much again in a week as an even harvest would give; every demand wants its kg
in two weeks or more on end, unevenly, each week in a line of its own, for what its product is worth in that week. Writes offers.csv,
parts.csv (`id,offer,qty_kg,day_from,day_to`) and demands.csv, whose lines are demands (format: FORMAT.md)."""
import argparse, csv, os, random

def main():
    ap = argparse.ArgumentParser(); ap.add_argument("dir"); ap.add_argument("out")
    ap.add_argument("--weeks", type=int, default=8); ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    draw = random.Random(a.seed)
    os.makedirs(a.out, exist_ok=True)
    rows = lambda name: csv.DictReader(open(os.path.join(a.dir, name), newline=""))
    def write(name, columns, lines):
        with open(os.path.join(a.out, name), "w", newline="") as file:
            out = csv.writer(file, lineterminator="\n"); out.writerow(columns); out.writerows(lines)
    def span():
        length = draw.randint(2, a.weeks); first = draw.randint(0, a.weeks - length)
        return range(first, first + length)
    offers, parts = list(rows("offers.csv")), []
    for o in offers:
        weeks, kg = span(), int(o["qty_kg"])
        o["day_from"], o["day_to"] = 7 * weeks[0], 7 * weeks[-1] + 6
        parts += [(o["id"], min(kg, -(-3 * kg // (2 * len(weeks)))), 7 * w, 7 * w + 6) for w in weeks]
    write("offers.csv", offers[0].keys(), (o.values() for o in offers))
    write("parts.csv", ["id", "offer", "qty_kg", "day_from", "day_to"], ((n, *part) for n, part in enumerate(parts)))
    lines, season = [], {}
    for d in rows("demands.csv"):
        # What a product is worth walks from week to week.
        if d["product"] not in season:
            level = [1.0]
            while len(level) < a.weeks: level.append(level[-1] * draw.uniform(.95, 1.06))
            season[d["product"]] = level
        weeks, kg = span(), int(d["qty_kg"])
        shares = [draw.uniform(.5, 1.5) for _ in weeks]
        for w, share in zip(weeks, shares):
            line = {**d, "id": len(lines), "qty_kg": round(kg * share / sum(shares)), "day_from": 7 * w, "day_to": 7 * w + 6}
            line["bid"] = round(int(d["bid"]) * season[d["product"]][w] / 10) * 10
            if line["qty_kg"]: lines.append(line)
    write("demands.csv", lines[0].keys(), (d.values() for d in lines))

if __name__ == "__main__":
    main()
