/** Words at a place of the way, in one of two lines of labels above and below it. */
export interface WayLabel {
  x: number;
  anchor: 'start' | 'middle' | 'end';
  strong: string;
  sub: string;
  at: 'above' | 'below';
  today?: boolean;
}

const LETTER = 5.9;
const GAP = 8;

/**
 * The labels that can stand without covering each other, the first of the list before the later ones:
 * each where it wants to be, else on the other side; what has no room is told by the table alone.
 */
export function placed(labels: readonly WayLabel[], width: number): WayLabel[] {
  const taken: Record<WayLabel['at'], [number, number][]> = { above: [], below: [] };
  return labels.flatMap((label) => {
    const span = spanOf(label, width);
    const free = (at: WayLabel['at']) =>
      taken[at].every(([from, to]) => span.to + GAP <= from || span.from >= to + GAP);
    const other = label.at === 'above' ? 'below' : 'above';
    const at = free(label.at) ? label.at : free(other) ? other : null;
    if (!at) return [];
    taken[at].push([span.from, span.to]);
    return [{ ...label, at, x: span.x, anchor: span.anchor }];
  });
}

/** Where a label stands; one that would run out of the drawing begins, or ends, at its edge. */
function spanOf({ x, anchor, strong, sub }: WayLabel, width: number) {
  const wide = Math.max(strong.length, sub.length) * LETTER;
  const from = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  if (from < -4) return { x: -4, anchor: 'start' as const, from: -4, to: wide - 4 };
  if (from + wide > width)
    return { x: width, anchor: 'end' as const, from: width - wide, to: width };
  return { x, anchor, from, to: from + wide };
}
