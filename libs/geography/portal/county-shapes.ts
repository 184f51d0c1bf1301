// Draws a county's municipalities and decides where each name and number can stand. Loaded only when a map is looked at.
import { type GeoPermissibleObjects, geoContains, geoPath, geoTransverseMercator } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

interface Area {
  code: string;
  name: string;
  countyCode: string;
}

export type SwedenTopology = Topology<{ municipalities: GeometryCollection<Area> }>;

export interface Shape {
  code: string;
  name: string;
  path: string;
  x: number;
  y: number;
  /** Name and number inside, only the number inside, both beside at the end of a line, or neither: then the table has them. */
  label: 'inside' | 'number' | 'line' | 'none';
  line: { path: string; x: number; y: number } | null;
}

export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
}

const mapWidth = 330;
const mapHeight = 376;
const labelColumn = 150;
const lineHeight = 34;
const step = 10;
const mostLines = 10;
const letter = 8.5;

export function drawCounty(topology: SwedenTopology, countyCode: string): Drawing {
  const all = feature(topology, topology.objects.municipalities).features;
  const features = all.filter((one) => one.properties.countyCode === countyCode);
  const projection = geoTransverseMercator().rotate([-15, 0]);
  projection.fitExtent(extent, { type: 'FeatureCollection', features });
  const pen = geoPath(projection);
  const [, [right, bottom]] = pen.bounds({ type: 'FeatureCollection', features });

  const holds = (area: Feature<Geometry, Area>, x: number, y: number, width: number, height: number): boolean =>
    corners(x, y, width, height).every((corner) => {
      const place = projection.invert?.(corner);
      return !!place && geoContains(area as GeoPermissibleObjects as Feature, place);
    });

  const room = (area: Feature<Geometry, Area>, width: number, height: number) =>
    placesIn(pen.bounds(area), pen.centroid(area)).find(([x, y]) => holds(area, x, y, width, height));

  const shapes = features.map((area): Shape => {
    const { code, name } = area.properties;
    const inside = room(area, name.length * letter, 40);
    const number = inside ?? room(area, 22, 20);
    const [x, y] = inside ?? number ?? pen.centroid(area);
    return {
      code,
      name,
      path: pen(area) ?? '',
      x,
      y,
      label: inside ? 'inside' : number ? 'number' : 'none',
      line: null,
    };
  });
  const outside = shapes.filter((shape) => shape.label !== 'inside');
  const lined = outside.length > 0 && outside.length <= mostLines;
  if (lined) drawLines(outside, right, bottom);
  // Too many for lines: then all show their number alone, and the names stand in the table.
  else if (outside.length > 0) for (const shape of shapes) if (shape.label === 'inside') shape.label = 'number';
  return {
    width: right + (lined ? labelColumn : 0),
    height: Math.max(bottom, ...outside.map((s) => (s.line?.y ?? 0) + 12)),
    shapes,
  };
}

const extent: [[number, number], [number, number]] = [
  [4, 4],
  [mapWidth, mapHeight],
];

/** Points within the bounds where a label might stand, the nearest to the middle first. */
function placesIn(
  [[left, top], [right, bottom]]: [[number, number], [number, number]],
  [cx, cy]: [number, number],
): [number, number][] {
  const places: [number, number][] = [[cx, cy]];
  for (let x = left; x <= right; x += step) for (let y = top; y <= bottom; y += step) places.push([x, y]);
  const away = ([x, y]: [number, number]) => (x - cx) ** 2 + (y - cy) ** 2;
  return places.sort((one, other) => away(one) - away(other));
}

/** The box a label takes, as the points that must lie inside the area. */
const corners = (x: number, y: number, width: number, height: number): [number, number][] =>
  [-0.5, 0, 0.5].flatMap((across) =>
    [-0.5, 0.5].map((down): [number, number] => [x + across * width, y + down * height]),
  );

/** Leader lines to a column on the right, in the order of the places so that no two cross, never closer than a line's height. */
function drawLines(shapes: Shape[], right: number, bottom: number): void {
  const ordered = [...shapes].sort((one, other) => one.y - other.y);
  const x = right + 10;
  const start = Math.max(14, Math.min(ordered[0]?.y ?? 0, bottom - ordered.length * lineHeight));
  let next = start;
  for (const shape of ordered) {
    const y = Math.max(next, Math.min(shape.y, bottom - 8));
    next = y + lineHeight;
    const bend = (x - shape.x) / 2;
    shape.label = 'line';
    shape.line = {
      path: `M${shape.x} ${shape.y}c${bend} 0 ${bend} ${y - shape.y} ${x - shape.x} ${y - shape.y}`,
      x: x + 6,
      y: y + 6,
    };
  }
}
