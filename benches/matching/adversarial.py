#!/usr/bin/env python3
"""Markets of a bad day. Usage: adversarial.py NAME OUTDIR [--small] [--seed N]   (NAME: see CASES; format: FORMAT.md)

ties    round prices and weights, few places: very many plans are worth the same
degen   an assignment of equal lots whose pairs are worth nearly the same: nearly every step moves no kg
unbal   sixty times as much offered as wanted; unbal2: sixty times as much wanted as offered
chain   posts along one winding road, each reaching its two neighbours only; the better neighbour is the wrong one everywhere
mixed   the same road, its posts numbered in no order

Needs numpy. The same name, size and seed give the same bytes."""

import argparse
import os

import numpy as np

import gen

#        name: (offers, demands, products), the same at a size for tests
CASES = {
    "ties": ((6_000, 1_500, 3), (120, 30, 3)),
    "degen": ((3_000, 3_000, 1), (60, 60, 1)),
    "unbal": ((60_000, 600, 5), (600, 12, 2)),
    "unbal2": ((1_500, 12_000, 5), (30, 240, 2)),
    "chain": ((20_000, 20_000, 1), (100, 100, 1)),
    "mixed": ((20_000, 20_000, 1), (100, 100, 1)),
}
RATIO = 60
FAR = 5_000
KM_PER_DEGREE = 6371.0088 * np.pi / 180
ROAD = 1.3


def plain(n, m, products):
    """Columns in which every pair of a product fits, for the caller to write places, kg and prices into."""
    common = {"qty_kg": 100, "day_from": 0, "day_to": 6, "min_lot": 0}
    offer = common | {"variety": 0, "grade": 1, "certs": 0}
    demand = common | {"variety_mask": 1, "min_grade": 0, "certs": 0, "max_suppliers": 0, "max_km": FAR}

    def columns(names, values, count):
        filled = {name: np.full(count, values.get(name, 0)) for name in names}
        filled["id"], filled["product"] = np.arange(count), np.arange(count) % products
        return filled

    return columns(gen.OC, offer, n), columns(gen.DC, demand, m)


def ties(rng, n, m, products):
    """A dozen places a side, prices in steps of 500 ₫, kg in steps of 100: every pair fits and nearly all are tied."""
    offers, demands = plain(n, m, products)
    for posts, count, areas in ((offers, n, gen.AREAS), (demands, m, gen.CITIES)):
        which = rng.choice(len(areas), min(12, len(areas)), replace=False)[rng.integers(0, min(12, len(areas)), count)]
        # To a tenth of a degree: places are round as well.
        posts["lat_e6"], posts["lon_e6"] = (np.rint(areas[which, axis] * 10).astype(np.int64) * 100_000 for axis in (0, 1))
    offers["ask"], demands["bid"] = rng.integers(16, 21, n) * 500, rng.integers(36, 45, m) * 500
    offers["qty_kg"], demands["qty_kg"] = rng.integers(2, 11, n) * 100, rng.integers(2, 11, m) * 100 * (n // m)
    return offers, demands


def degen(rng, n, m, products):
    """Lots of 100 kg each; prices within 20 ₫ and places within 3 km, so that all weights are within about 60 ₫ of each other."""
    offers, demands = plain(n, m, products)
    for posts, count in ((offers, n), (demands, m)):
        posts["lat_e6"], posts["lon_e6"] = (centre + rng.integers(-13_000, 13_001, count) for centre in (20_940_000, 106_330_000))
    offers["ask"], demands["bid"] = 10_000 + rng.integers(0, 20, n), 24_500 + rng.integers(0, 20, m)
    return offers, demands


def unbal(rng, n, m, products):
    return gen.market(rng, n, m, products, supply_ratio=RATIO)


def unbal2(rng, n, m, products):
    return gen.market(rng, n, m, products, supply_ratio=1 / RATIO)


def chain(_rng, n, m, products):
    """Offer 0, demand 0, offer 1, demand 1 … along the road, 0.8 km from an offer to its demand and 0.6 km from there to the next offer.

    A kg gains 25,000 ₫ with the own demand and 25,001 ₫ with the one before, so whoever takes the best pair leaves both ends of
    the road unsold, and only a path along the whole of it mends that: n gains of 25,000 are more than n - 1 of 25,001.
    """
    offers, demands = plain(n, m, products)
    east, north = winding(n + m, across=max(20, 2 * round(n**0.5)))
    lat = 20.4 + north / ROAD / KM_PER_DEGREE
    lon = 105.5 + (east - (east.max() + east.min()) / 2) / ROAD / KM_PER_DEGREE / np.cos(np.radians(lat))
    for posts, first in ((offers, 0), (demands, 1)):
        posts["lat_e6"], posts["lon_e6"] = (np.rint(degrees[first::2] * 1e6).astype(np.int64) for degrees in (lat, lon))
    # Loading 300 ₫ and 6 ₫ a km: freight is 305 ₫ for 0.8 km and 304 ₫ for 0.6 km. The other neighbours' are over 1 km away.
    offers["ask"], demands["bid"], demands["max_km"] = np.full(n, 5_000), np.full(m, 5_000 + 25_000 + 305), np.full(m, 1)
    return offers, demands


def mixed(rng, n, m, products):
    posts = chain(rng, n, m, products)
    for columns in posts:
        order = rng.permutation(len(columns["id"]))
        columns["lat_e6"], columns["lon_e6"] = columns["lat_e6"][order], columns["lon_e6"][order]
    return posts


def winding(nodes, across):
    """Road km east and north of each post: `across` steps east, two north, as many west, two north, and so on."""
    step = np.arange(nodes - 1)
    length = np.where(step % 2 == 0, 0.8, 0.6)
    row, at = np.divmod(step, across + 2)
    east = np.where(at < across, np.where(row % 2 == 0, length, -length), 0)
    north = np.where(at < across, 0, length)
    return np.r_[0, np.cumsum(east)], np.r_[0, np.cumsum(north)]


def write(folder, offers, demands):
    os.makedirs(folder, exist_ok=True)
    for name, columns, posts in (("offers.csv", gen.OC, offers), ("demands.csv", gen.DC, demands)):
        table = np.stack([np.asarray(posts[column]).astype(np.int64) for column in columns], 1)
        np.savetxt(os.path.join(folder, name), table, fmt="%d", delimiter=",", header=",".join(columns), comments="")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=CASES)
    parser.add_argument("outdir")
    parser.add_argument("--small", action="store_true", help="a size for tests")
    parser.add_argument("--seed", type=int, default=20261121)
    args = parser.parse_args()
    rng = np.random.Generator(np.random.PCG64([args.seed, sum(map(ord, args.name))]))
    write(args.outdir, *globals()[args.name](rng, *CASES[args.name][args.small]))


if __name__ == "__main__":
    main()
