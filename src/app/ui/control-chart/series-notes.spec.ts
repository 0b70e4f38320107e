import type { MeasurePoint } from '#domain/measures/measures.contract';
import { aPoint } from './a-measure-series';
import { placeNotes } from './place-notes';
import { notesOf } from './series-notes';

const area = { left: 40, top: 0, right: 640, bottom: 300 };
const at = {
  x: (index: number) => 60 + index * 40,
  y: (value: number) => 280 - value * 280,
  half: 20,
};

describe('the words of a control chart', () => {
  it('stand whole within the chart where the last limits have but one week', () => {
    // Of totals each week has limits of its own: the last ones are written, at the right edge.
    const placed = placed15((index) => ({ centre: 0.5 + index / 100 }));
    const limits = placed.filter(({ note }) => note.lines[0]?.startsWith('limits'));
    expect(limits.length).toBe(1);
    expect(limits[0]?.box.right).toBeLessThanOrEqual(area.right);
    expect(limits[0]?.box.left).toBeGreaterThanOrEqual(area.left);
  });

  it('begin with the limits where all weeks share them', () => {
    const [limits] = placed15(() => ({})).filter(({ note }) => note.lines[0]?.startsWith('limits'));
    expect(limits?.box.left).toBeLessThan(at.x(1));
  });
});

function placed15(about: (index: number) => Partial<MeasurePoint>) {
  const points = Array.from({ length: 15 }, (_, index) => aPoint(about(index)));
  const painted = {
    points,
    changes: [],
    by: 'week',
    unit: 'share',
    countedIn: 'sessions',
    compact: false,
    start: 0,
  } as const;
  const widthOf = ({ lines }: { lines: readonly string[] }) => (lines[0]?.length ?? 0) * 6;
  return placeNotes(notesOf(painted, at, area), widthOf, { marks: [], lines: [] }, area);
}
