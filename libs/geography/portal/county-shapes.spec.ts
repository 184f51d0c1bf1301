import { readFileSync } from 'node:fs';
import { type SwedenTopology, drawCounty } from './county-shapes';

const topology = JSON.parse(readFileSync('apps/portal/public/geo/sweden.topojson', 'utf8')) as SwedenTopology;

describe('the drawing of a county', () => {
  it('has a shape for each municipality', () => {
    const names = drawCounty(topology, '22').shapes.map((shape) => shape.name);
    expect(names.sort((one, other) => one.localeCompare(other, 'sv'))).toEqual([
      'Härnösand',
      'Kramfors',
      'Sollefteå',
      'Sundsvall',
      'Timrå',
      'Ånge',
      'Örnsköldsvik',
    ]);
  });

  it('gives every municipality of a small county its name: inside where it fits, else at the end of a line', () => {
    for (const { name, label } of drawCounty(topology, '22').shapes)
      expect([name, label]).toEqual([name, expect.stringMatching(/inside|line/)]);
  });

  it('sets no two names beside the map on one another', () => {
    const heights = drawCounty(topology, '22').shapes.flatMap((shape) => (shape.line ? [shape.line.y] : []));
    heights
      .sort((one, other) => one - other)
      .forEach((y, at) => expect(y - (heights[at - 1] ?? -99)).toBeGreaterThanOrEqual(30));
  });

  it('shows numbers alone where there are too many names', () => {
    const { shapes } = drawCounty(topology, '14');
    expect(shapes).toHaveLength(49);
    expect(new Set(shapes.map((shape) => shape.label))).toEqual(new Set(['number', 'none']));
  });

  it('draws nothing for a county that does not exist', () => {
    expect(drawCounty(topology, '99').shapes).toEqual([]);
  });
});
