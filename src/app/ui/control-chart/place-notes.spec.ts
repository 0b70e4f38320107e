import type { ChartNote } from './chart-note';
import { type Obstacles, placeNotes } from './place-notes';

const area = { left: 0, top: 0, right: 400, bottom: 200 };
const free: Obstacles = { marks: [], lines: [] };
const note = (about: Partial<ChartNote>): ChartNote => ({
  lines: ['71.6%'],
  colour: 'ink2',
  x: 200,
  y: 100,
  at: ['above', 'below'],
  ...about,
});
const place = (notes: ChartNote[], obstacles = free) =>
  placeNotes(notes, () => 40, obstacles, area);

describe('placeNotes', () => {
  it('puts a note at its best place where that is free', () => {
    const [placed] = place([note({})]);
    expect(placed?.box.bottom).toBeLessThan(100);
  });

  it('keeps two notes apart', () => {
    const [first, second] = place([note({}), note({ x: 210 })]);
    expect(first?.box.bottom).toBeLessThan(100);
    expect(second?.box.top).toBeGreaterThan(100);
  });

  it('stays clear of marks and inside the chart', () => {
    const marks = [{ left: 190, right: 210, top: 75, bottom: 95 }];
    expect(place([note({})], { marks, lines: [] })[0]?.box.top).toBeGreaterThan(100);
    expect(place([note({ y: 4 })])[0]?.box.top).toBeGreaterThan(4);
  });

  it('moves what stands above a point near the edge inside the chart', () => {
    expect(place([note({ x: 4 })])[0]?.box.left).toBe(0);
    expect(place([note({ x: 398 })])[0]?.box.right).toBe(400);
  });

  it('leaves out what is not needed rather than cover something', () => {
    const crowd = [note({}), note({ at: ['below'] }), note({ optional: true })];
    expect(place(crowd).length).toBe(2);
  });
});
