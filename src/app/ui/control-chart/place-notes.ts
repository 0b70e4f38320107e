import type { Box, ChartNote, NotePlace } from './chart-note';

const GAP = 8;
const LINE = 13;

/** What a note may cover, and how little we like it. */
export interface Obstacles {
  /** Marks of points. */
  marks: readonly Box[];
  /** Bits of lines. */
  lines: readonly Box[];
}

export interface PlacedNote {
  note: ChartNote;
  box: Box;
}

const COST = { note: 100, outside: 80, mark: 20, line: 3 };
/** A note that is not needed goes where it covers no more than a bit of a line. */
const TOLERATED = 10;

/** Puts each note where it covers least; what comes first is placed first. */
export function placeNotes(
  notes: readonly ChartNote[],
  widthOf: (note: ChartNote) => number,
  { marks, lines }: Obstacles,
  area: Box,
): PlacedNote[] {
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    const size = { width: widthOf(note), height: note.lines.length * LINE };
    const cost = (box: Box): number =>
      COST.note *
        hits(
          box,
          placed.map((other) => other.box),
        ) +
      COST.mark * hits(box, marks) +
      COST.line * hits(box, lines) +
      (isWithin(box, area) ? 0 : COST.outside);
    const best = note.at
      .map((place) => boxAt(note, place, size, area))
      .map((box) => ({ box, cost: cost(box) }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
    if (!note.optional || best.cost < TOLERATED) placed.push({ note, box: best.box });
  }
  return placed;
}

function boxAt(
  { x, y }: ChartNote,
  place: NotePlace,
  { width, height }: { width: number; height: number },
  area: Box,
): Box {
  const left = place.endsWith('left')
    ? x - width - GAP
    : place.endsWith('right')
      ? x + GAP
      : // Above or below it need not stand in the middle: near an edge it is moved inside.
        Math.max(area.left, Math.min(x - width / 2, area.right - width));
  const top = place.startsWith('above')
    ? y - height - GAP + 2
    : place.startsWith('below')
      ? y + GAP - 2
      : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

const hits = (box: Box, others: readonly Box[]): number =>
  others.filter((other) => overlap(box, other)).length;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isWithin = (box: Box, area: Box): boolean =>
  box.left >= area.left &&
  box.right <= area.right &&
  box.top >= area.top &&
  box.bottom <= area.bottom;
