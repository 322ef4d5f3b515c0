// Clears a market of FORMAT.md with LEMON (Debian: liblemon-dev), to be measured beside the project's own engine.
//
//   g++ -O3 -march=native -o lemon benches/matching/lemon.cc
//   lemon DIR ns|cs          ns: network simplex, cs: cost scaling
//
// Products are solved one after the other, each with all its pairs that fit, which is how LEMON is fastest here. Prints one line of
// JSON: value, pairs, user CPU seconds of finding the pairs, of solving and of everything, and the peak memory.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using std::string;
using std::vector;
typedef long long Number;
typedef lemon::SmartDigraph Graph;

static double user_seconds() {
    rusage used;
    getrusage(RUSAGE_SELF, &used);
    return used.ru_utime.tv_sec + used.ru_utime.tv_usec * 1e-6;
}

// The columns of a file: a header line, then whole numbers.
static vector<vector<Number>> read_columns(const string& path, size_t width) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    const string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    vector<vector<Number>> columns(width);
    const char* at = text.c_str();
    const char* end = at + text.size();
    while (at < end && *at++ != '\n') {}
    while (at < end) {
        for (vector<Number>& column : columns) {
            const bool negative = *at == '-';
            if (negative) at++;
            Number value = 0;
            while (*at >= '0' && *at <= '9') value = value * 10 + (*at++ - '0');
            column.push_back(negative ? -value : value);
            at++;  // the comma or the end of the line
        }
    }
    return columns;
}

struct Place {
    double x, y, z;
    Place(Number lat_e6, Number lon_e6) {
        const double lat = lat_e6 * 1e-6 * (M_PI / 180), lon = lon_e6 * 1e-6 * (M_PI / 180);
        x = std::cos(lat) * std::cos(lon), y = std::cos(lat) * std::sin(lon), z = std::sin(lat);
    }
};

static const double EARTH_KM = 6371.0088, ROAD = 1.3;

struct Offer {
    Place place;
    int variety, grade, certs, from, to;
    Number kg, ask;
};

struct Demand {
    Place place;
    Number varieties;
    int min_grade, certs, from, to, max_km;
    // Square of a chord that is certainly too long, so that most pairs need no arcsine.
    double too_far;
    Number kg, bid;
};

struct Product {
    vector<Offer> offers;
    vector<Demand> demands;
};

struct Pair {
    int offer, demand, gain;
};

static std::map<Number, Product> read_market(const string& folder) {
    std::map<Number, Product> products;
    const vector<vector<Number>> o = read_columns(folder + "/offers.csv", 12), d = read_columns(folder + "/demands.csv", 14);
    for (size_t i = 0; i < o[0].size(); i++)
        products[o[1][i]].offers.push_back(
            {Place(o[7][i], o[8][i]), (int)o[2][i], (int)o[3][i], (int)o[4][i], (int)o[9][i], (int)o[10][i], o[5][i], o[6][i]});
    for (size_t j = 0; j < d[0].size(); j++) {
        const double half = std::sin(std::min(M_PI / 2, d[13][j] / ROAD / EARTH_KM / 2));
        products[d[1][j]].demands.push_back({Place(d[7][j], d[8][j]), d[2][j], (int)d[3][j], (int)d[4][j], (int)d[9][j], (int)d[10][j],
                                             (int)d[13][j], 4 * half * half * 1.000001, d[5][j], d[6][j]});
    }
    return products;
}

static vector<Pair> pairs_that_fit(const Product& product) {
    vector<Pair> pairs;
    for (size_t i = 0; i < product.offers.size(); i++) {
        const Offer& o = product.offers[i];
        for (size_t j = 0; j < product.demands.size(); j++) {
            const Demand& d = product.demands[j];
            if (!(d.varieties >> o.variety & 1) || o.grade < d.min_grade || (d.certs & ~o.certs)) continue;
            if (o.from > d.to || d.from > o.to) continue;
            const double x = o.place.x - d.place.x, y = o.place.y - d.place.y, z = o.place.z - d.place.z;
            const double chord = x * x + y * y + z * z;
            if (chord > d.too_far) continue;
            const double road_km = ROAD * (2 * EARTH_KM * std::asin(std::min(1.0, std::sqrt(chord) / 2)));
            if (road_km > d.max_km) continue;
            const Number gain = d.bid - o.ask - (Number)std::floor(300 + 6 * road_km + 0.5);
            if (gain >= 0) pairs.push_back({(int)i, (int)j, (int)gain});
        }
    }
    return pairs;
}

// A transport network in balance: what is not sold, and what is not bought, goes through a node between, at no cost.
struct Network {
    Graph graph;
    Graph::ArcMap<Number> cost, upper;
    Graph::NodeMap<Number> supply;

    Network(const Product& product, vector<Pair> pairs) : cost(graph), upper(graph), supply(graph, 0) {
        const int offers = product.offers.size(), demands = product.demands.size();
        graph.reserveNode(offers + demands + 1);
        graph.reserveArc(pairs.size() + offers + demands);
        for (int node = 0; node < offers + demands + 1; node++) graph.addNode();
        const Graph::Node between = graph.nodeFromId(offers + demands);
        for (const Pair& pair : pairs) {
            const Number most = std::min(product.offers[pair.offer].kg, product.demands[pair.demand].kg);
            add(graph.nodeFromId(pair.offer), graph.nodeFromId(offers + pair.demand), -pair.gain, most);
        }
        for (int i = 0; i < offers; i++) {
            const Graph::Node node = graph.nodeFromId(i);
            const Number kg = product.offers[i].kg;
            add(node, between, 0, kg);
            supply[node] = kg;
            supply[between] -= kg;
        }
        for (int j = 0; j < demands; j++) {
            const Graph::Node node = graph.nodeFromId(offers + j);
            const Number kg = product.demands[j].kg;
            add(between, node, 0, kg);
            supply[node] = -kg;
            supply[between] += kg;
        }
    }

    void add(Graph::Node from, Graph::Node to, Number price, Number most) {
        const Graph::Arc arc = graph.addArc(from, to);
        cost[arc] = price;
        upper[arc] = most;
    }
};

template <typename Solver>
static Number value(Solver& solver) {
    if (solver.run() != Solver::OPTIMAL) throw std::runtime_error("no optimum");
    return -solver.template totalCost<Number>();
}

static Number by_network_simplex(Network& network) {
    // No upper bounds: supplies bound every arc already, and it is faster without.
    lemon::NetworkSimplex<Graph, Number, Number> solver(network.graph);
    solver.costMap(network.cost).supplyMap(network.supply);
    return value(solver);
}

static Number by_cost_scaling(Network& network) {
    lemon::CostScaling<Graph, Number, Number> solver(network.graph);
    solver.costMap(network.cost).upperMap(network.upper).supplyMap(network.supply);
    return value(solver);
}

int main(int count, char** words) {
    const string method = count == 3 ? words[2] : "";
    if (method != "ns" && method != "cs") {
        std::fprintf(stderr, "usage: lemon DIR ns|cs\n");
        return 2;
    }
    try {
        Number total = 0, pairs = 0;
        double finding = 0, solving = 0;
        for (const std::pair<const Number, Product>& entry : read_market(words[1])) {
            const double began = user_seconds();
            vector<Pair> fitting = pairs_that_fit(entry.second);
            finding += user_seconds() - began;
            if (fitting.empty()) continue;
            pairs += fitting.size();
            Network network(entry.second, std::move(fitting));
            const double built = user_seconds();
            total += method == "ns" ? by_network_simplex(network) : by_cost_scaling(network);
            solving += user_seconds() - built;
        }
        rusage used;
        getrusage(RUSAGE_SELF, &used);
        std::printf("{\"value\": %lld, \"pairs\": %lld, \"pairs_s\": %.3f, \"solve_s\": %.3f, \"user_s\": %.3f, \"peak_kib\": %ld}\n", total,
                    pairs, finding, solving, user_seconds(), used.ru_maxrss);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
