#!/usr/bin/env python3
"""Checks a downloaded round (format 2 of FORMAT.md) without a line of the program that made it. Needs nothing but Python 3.

check.py --round ROUND.zip|DIR
Feasible under every rule, worth what it says, prices within [ask - discount, bid + premium - freight], bounds proved by the prices over all
pairs that fit. Prints one JSON line; exit status 0 when all holds, 1 when not, 2 on unreadable input."""
import collections, io, json, math, os, sys, zipfile

FILES = """offers offer_terms offer_certificates offer_promised offer_tiers offer_sizes references demands demand_terms demand_lines demand_varieties
demand_sizes demand_suppliers demand_supplied demand_premiums premium_sizes resting products freight solution solution_weeks solution_terms round
offer_duals offer_ends offer_week_duals demand_duals demand_week_duals limit_offers limit_offer_weeks limit_lines""".split()
MOST = 1 << 28  # bytes of one file
ENDS = ("buyer_best", "settled", "seller_best")


class Unreadable(Exception):
    pass


def texts(path):
    if os.path.isdir(path):
        for name in FILES:
            with open(os.path.join(path, name + ".csv"), encoding="ascii") as file:
                yield name, file.read()
        return
    with zipfile.ZipFile(path) as archive:
        for name in FILES:
            if archive.getinfo(name + ".csv").file_size > MOST:
                raise Unreadable(f"{name}.csv is too large")
            yield name, archive.read(name + ".csv").decode("ascii")


def rows(name, text):
    lines = io.StringIO(text)
    header = lines.readline().strip().split(",")
    Row = collections.namedtuple(name, header, rename=True)
    out = []
    for number, line in enumerate(lines, 2):
        fields = line.strip().split(",")
        if len(fields) != len(header):
            raise Unreadable(f"{name}.csv, line {number}: {len(fields)} fields, {len(header)} expected")
        out.append(Row(*map(int, fields)))
    return out


def grouped(table):
    out = collections.defaultdict(list)
    for row in table:
        out[row[0]].append(row)
    return out


class Round:
    def __init__(self, path):
        for name, text in texts(path):
            setattr(self, name, rows(name, text))
        for name in ("offers", "demands"):
            if [row.id for row in getattr(self, name)] != list(range(len(getattr(self, name)))):
                raise Unreadable(f"{name}.csv: ids are not row numbers")
        if len(self.offer_terms) != len(self.offers) or len(self.demand_terms) != len(self.demands) or len(self.round) != 1:
            raise Unreadable("a file does not have one row per post")
        self.classes = {row[0]: row for row in self.freight}
        self.product_class = dict(self.products)
        self.certificates, self.tiers = grouped(self.offer_certificates), grouped(self.offer_tiers)
        self.sizes = {k: {r.size for r in v} for k, v in grouped(self.offer_sizes).items()}
        self.wanted_sizes = {k: {r.size for r in v} for k, v in grouped(self.demand_sizes).items()}
        self.takes = {k: {r.variety for r in v} for k, v in grouped(self.demand_varieties).items()}
        self.lines, self.premiums = grouped(self.demand_lines), grouped(self.demand_premiums)
        self.preferred_sizes = collections.defaultdict(set)
        for row in self.premium_sizes:
            self.preferred_sizes[row.demand, row.premium].add(row.size)
        self.rests = {tuple(row) for row in self.resting}
        self.promised = collections.Counter()
        for row in self.offer_promised:
            self.promised[row.offer, row.week] += row.kg
        self.supplied = collections.Counter()
        for row in self.demand_supplied:
            self.supplied[row.demand, row.org] += row.kg
        self.suppliers = {k: {r.org for r in v} for k, v in grouped(self.demand_suppliers).items()}
        self.pairs = {}
        by_product = collections.defaultdict(list)
        for offer in self.offers:
            by_product[offer.product].append(offer)
        for demand in self.demands:
            for offer in by_product[demand.product]:
                fit = self.fit(offer, demand)
                if fit:
                    self.pairs[offer.id, demand.id] = fit

    def capacity(self, offer, week):
        return max(0, min(offer.qty_kg, self.offer_terms[offer.id].kg_per_week - self.promised[offer.id, week]))

    def lacking(self, offer, kinds, line):
        """kinds that do not hold on every day on which the two may deliver"""
        start, end = max(offer.day_from, line.day_from), min(offer.day_to, line.day_to)
        if start > end:
            start, end = line.day_from, line.day_to
        held = self.certificates.get(offer.id, [])
        days = [start] + [row.day_to + 1 for row in held if start <= row.day_to + 1 <= end]
        missing = 0
        for day in days:
            have = 0
            for row in held:
                if row.day_from <= day <= row.day_to:
                    have |= row.kinds
            missing |= kinds & ~have
        return missing

    def off(self, offer, kg):
        return max((row.off for row in self.tiers.get(offer.id, []) if row.from_kg <= kg), default=0)

    def way(self, offer, demand):
        _, base, per_km, factor = self.classes[self.product_class[demand.product]]
        la, lo, lb, lc = (math.radians(e6 * 1e-6) for e6 in (offer.lat_e6, offer.lon_e6, demand.lat_e6, demand.lon_e6))
        h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lc - lo) / 2) ** 2
        road = factor / 1000 * 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))
        return road, math.floor(base + per_km / 1000 * road + 0.5)

    def premium(self, offer, demand, lines):
        terms, sizes, total = self.offer_terms[offer.id], self.sizes.get(offer.id, set()), 0
        for row in self.premiums.get(demand.id, []):
            earned = {
                0: lambda: all(not self.lacking(offer, row.value, line) for line in lines),
                1: lambda: offer.grade >= row.value,
                2: lambda: sizes and sizes <= self.preferred_sizes[demand.id, row.premium],
                3: lambda: terms.brix_tenths >= row.value,
                4: lambda: terms.juice_percent >= row.value,
            }[row.kind]()
            total += row.per_kg if earned else 0
        return total

    def fit(self, offer, demand):
        """(gain, freight, premium, weeks) of a pair that may trade"""
        mine, theirs = self.offer_terms[offer.id], self.demand_terms[demand.id]
        any_variety = demand.variety_mask == (1 << 32) - 1
        if not any_variety and offer.variety not in self.takes.get(demand.id, ()):
            return None
        sizes, wanted = self.sizes.get(offer.id, set()), self.wanted_sizes.get(demand.id, set())
        if (offer.grade < demand.min_grade or mine.org == theirs.org or theirs.payment_days > mine.max_payment_days
                or (offer.id, demand.id) in self.rests or (wanted and not (sizes and sizes <= wanted))
                or mine.brix_tenths < theirs.brix_tenths or mine.juice_percent < theirs.juice_percent):
            return None
        lines = [line for line in self.lines.get(demand.id, ()) if offer.day_from <= line.day_to and line.day_from <= offer.day_to
                 and self.capacity(offer, line.week) > 0 and not self.lacking(offer, demand.certs, line)]
        if not lines:
            return None
        road, freight = self.way(offer, demand)
        premium = self.premium(offer, demand, lines)
        ask = offer.ask - self.off(offer, max(offer.min_lot, demand.min_lot))
        gain = demand.bid + premium - ask - freight
        if road > demand.max_km or gain < 0:
            return None
        return gain, freight, premium, {line.week: line.kg for line in lines}

    def trades(self, want):
        sold, weekly, filled, share = (collections.Counter() for _ in range(4))
        value = 0
        weeks, terms = collections.defaultdict(list), {(row.offer, row.demand): row for row in self.solution_terms}
        for row in self.solution_weeks:
            weeks[row.offer, row.demand].append(row)
        keys = [(row.offer, row.demand) for row in self.solution]
        want("duplicate_pairs", len(keys) - len(set(keys)))
        want("weeks_without_trade", len(set(weeks) - set(keys)) + len(set(terms) ^ set(keys)))
        places = collections.defaultdict(set)
        for row in self.solution:
            key = row.offer, row.demand
            fit = self.pairs.get(key)
            want("not_compatible", not fit)
            if not fit or key not in terms:
                continue
            gain, freight, premium, open_weeks = fit
            offer, demand, mine = self.offers[row.offer], self.demands[row.demand], terms[key]
            parts = weeks[key]
            want("kg_not_positive", row.kg <= 0 or any(part.kg <= 0 for part in parts))
            want("kg_not_the_weeks", sum(part.kg for part in parts) != row.kg or len({part.week for part in parts}) != len(parts))
            want("week_not_compatible", sum(part.week not in open_weeks for part in parts))
            want("under_min_lot", row.kg < max(offer.min_lot, demand.min_lot))
            want("terms_wrong", (mine.freight, mine.premium, mine.discount) != (freight, premium, self.off(offer, row.kg)))
            want("price_outside", not offer.ask - mine.discount <= row.price <= demand.bid + premium - freight)
            org = self.offer_terms[row.offer].org
            sold[row.offer] += row.kg
            share[row.demand, org] += row.kg
            places[row.demand].add(org)
            value += gain * row.kg
            for part in parts:
                weekly[row.offer, part.week] += part.kg
                filled[row.demand, part.week] += part.kg
        want("over_supply", sum(kg > self.offers[offer].qty_kg for offer, kg in sold.items()))
        want("over_week", sum(kg > self.capacity(self.offers[offer], week) for (offer, week), kg in weekly.items()))
        wanted = {(row.demand, row.week): row.kg for row in self.demand_lines}
        want("over_demand", sum(kg > wanted.get(line, 0) for line, kg in filled.items()))
        for demand, orgs in places.items():
            before, most = self.suppliers.get(demand, set()), self.demands[demand].max_suppliers
            want("over_max_suppliers", most > 0 and len(orgs | before) > max(most, len(before)))
        for (demand, org), kg in share.items():
            most = self.demand_terms[demand].most_per_supplier
            want("over_share", most >= 0 and kg > max(0, most - self.supplied[demand, org]))
        want("value_wrong", value != self.round[0].value)
        return value, sum(sold.values())

    def certificate(self, want):
        """no pair gains more than its prices, and all that is there is worth the bound at them"""
        wanted = {(row.demand, row.week): row.kg for row in self.demand_lines}
        want("duals_differ", sum(row.u != end.settled for row, end in zip(self.offer_duals, self.offer_ends)))
        want("duals_missing", len(self.offer_duals) != len(self.offers) or len(self.offer_ends) != len(self.offers)
             or len(self.demand_duals) != len(self.demands))
        for end in ENDS:
            u = {row.offer: getattr(row, end) for row in self.offer_ends}
            t = {(row.offer, row.week): getattr(row, end) for row in self.offer_week_duals}
            v = {(row.demand, row.week): getattr(row, end) for row in self.demand_week_duals}
            want("negative_duals", sum(price < 0 for prices in (u, t, v) for price in prices.values()))
            for (offer, demand), (gain, _, _, open_weeks) in self.pairs.items():
                want("dual_violations", sum(u.get(offer, 0) + t.get((offer, week), 0) + v.get((demand, week), 0) < gain for week in open_weeks))
            want("bound_not_proved", self.worth(u, t, v, wanted) != self.round[0].bound)

    def worth(self, u, t, v, wanted):
        return (sum(price * self.offers[offer].qty_kg for offer, price in u.items())
                + sum(price * self.capacity(self.offers[offer], week) for (offer, week), price in t.items())
                + sum(price * wanted.get(line, 0) for line, price in v.items()))

    def contract(self, pair, u, t, v):
        """most that one contract of the pair gains beyond the prices"""
        (i, j), (gain, _, _, open_weeks) = pair, self.pairs[pair]
        offer, demand, org = self.offers[i], self.demands[j], self.offer_terms[i].org
        beyond = sorted(((gain - u.get(i, 0) - t.get((i, week), 0) - v.get((j, week), 0), min(self.capacity(offer, week), kg))
                         for week, kg in open_weeks.items()), reverse=True)
        most, share = offer.qty_kg, self.demand_terms[j].most_per_supplier
        if share >= 0:
            most = min(most, max(0, share - self.supplied[j, org]))
        lot, taken, total = max(1, offer.min_lot, demand.min_lot), 0, 0
        for more, kg in beyond:
            part = max(0, min(kg, most - taken if more > 0 else min(lot, most) - taken))
            taken, total = taken + part, total + more * part
        return 0 if taken < lot else max(0, total)

    def limited(self, want):
        """the bound that knows lots, supplier limits and shares"""
        least, bound = self.round[0].least_bound, self.round[0].bound
        want("bound_below_value", least < self.round[0].value or bound < least)
        if least == bound and not (self.limit_offers or self.limit_offer_weeks or self.limit_lines):
            return  # nothing binds beyond kg, and the bound is proved by its own prices
        u = dict(self.limit_offers)
        t = {(row.offer, row.week): row.rent for row in self.limit_offer_weeks}
        v = {(row.demand, row.week): row.rent for row in self.limit_lines}
        want("negative_duals", sum(price < 0 for prices in (u, t, v) for price in prices.values()))
        proved = self.worth(u, t, v, {(row.demand, row.week): row.kg for row in self.demand_lines})
        counted = collections.defaultdict(collections.Counter)
        for i, j in self.pairs:
            gain, org = self.contract((i, j), u, t, v), self.offer_terms[i].org
            if self.demands[j].max_suppliers == 0 or org in self.suppliers.get(j, ()):
                proved += gain
            else:
                counted[j][org] += gain
        for j, gains in counted.items():
            places = max(0, self.demands[j].max_suppliers - len(self.suppliers.get(j, ())))
            proved += sum(sorted(gains.values(), reverse=True)[:places])
        want("least_bound_not_proved", proved != least)


def check(path):
    counts = collections.Counter()

    def want(name, count):
        counts[name] += int(count)

    market = Round(path)
    value, kg = market.trades(want)
    market.certificate(want)
    market.limited(want)
    failed = sorted(name for name, count in counts.items() if count)
    row = market.round[0]
    return dict(offers=len(market.offers), demands=len(market.demands), trades=len(market.solution), kg=kg, value=value, bound=row.bound,
                least_bound=row.least_bound, pairs=len(market.pairs), **counts, ok=not failed, failed=failed)


def main(path):
    try:
        result = check(path)
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, zipfile.BadZipFile, Unreadable) as error:
        print(f"{path}: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    print(json.dumps(result))
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[-1]))
