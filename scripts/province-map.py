#!/usr/bin/env python3
"""Draw the provinces of data/province_shapes.geojson as short SVG paths for the map page: frontend/src/lib/map/shapes.ts."""

import json
import math
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEST, NORTH, SCALE = 102.0, 23.5, 46.0
STRETCH = math.cos(math.radians(16))
# Islets smaller than this many square units are dots nobody can touch.
LEAST_AREA = 3
HEAD = """/** Drawn by scripts/province-map.py from data/province_shapes.geojson (MIT, © 2012 Mark DiMarco; see data/README.md). */
export interface Shape {
  code: string;
  path: string;
  /** Where its figure stands. */
  at: readonly [number, number];
}

"""


def place(lon: float, lat: float) -> tuple[int, int]:
    return round((lon - WEST) * STRETCH * SCALE), round((NORTH - lat) * SCALE)


def ring(points: list[list[float]]) -> str:
    """Whole units, without what falls on one point or lies on a line between its neighbours."""
    placed = [place(lon, lat) for lon, lat in points]
    kept: list[tuple[int, int]] = []
    for point in placed:
        if kept and kept[-1] == point:
            continue
        while len(kept) > 1:
            (ax, ay), (bx, by), (cx, cy) = kept[-2], kept[-1], point
            if (bx - ax) * (cy - by) != (by - ay) * (cx - bx):
                break
            kept.pop()
        kept.append(point)
    area = abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(kept, kept[1:] + kept[:1]))) / 2
    if area < LEAST_AREA:
        return ""
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in zip(kept, kept[1:])]
    return f"M{kept[0][0]} {kept[0][1]}l" + " ".join(f"{dx} {dy}" for dx, dy in steps if (dx, dy) != (0, 0)) + "z"


def main() -> None:
    features = json.loads((ROOT / "data/province_shapes.geojson").read_text())["features"]
    shapes, points = [], []
    for feature in features:
        kind, own = feature["geometry"]["type"], feature["properties"]
        if kind == "Point":
            # "Quần đảo Hoàng Sa (Đà Nẵng)": there is room for the name alone.
            name = own["name"].removeprefix("Quần đảo ").split(" (")[0]
            points.append((name, place(*feature["geometry"]["coordinates"])))
            continue
        polygons = feature["geometry"]["coordinates"] if kind == "MultiPolygon" else [feature["geometry"]["coordinates"]]
        path = "".join(ring(part) for polygon in polygons for part in polygon)
        x, y = place(own["label_lon"], own["label_lat"])
        shapes.append(f'  {{\n    code: "{own["code"]}",\n    path: "{path}",\n    at: [{x}, {y}],\n  }},\n')
    lines = "".join(f'  {{ name: "{name}", at: [{x}, {y}] }},\n' for name, (x, y) in points)
    text = HEAD + "export const shapes: readonly Shape[] = [\n" + "".join(shapes) + "];\n\n"
    text += "/** Islands too small to draw, which every map of Viet Nam names. */\n"
    text += "export const islands: readonly { name: string; at: readonly [number, number] }[] = [\n" + lines + "];\n"
    target = ROOT / "frontend/src/lib/map/shapes.ts"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text)


if __name__ == "__main__":
    main()
