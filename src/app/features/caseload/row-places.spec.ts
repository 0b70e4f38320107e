import { aCaseloadLine } from './a-caseload-line';
import type { CaseloadRow, GroupHead } from './arrange-lines';
import { firstDrawn, groupAt, headsOf, placeRows, rowAt, rowTops } from './row-places';

const head = (urgency: GroupHead['urgency']): CaseloadRow => ({ kind: 'group', urgency, count: 2 });
const line: CaseloadRow = { kind: 'line', line: aCaseloadLine({}) };
const rows = [head('act-today'), line, line, head('on-course'), line, line];
const tops = rowTops(rows, { group: 36, line: 92, facts: 52 });

describe('rowPlaces', () => {
  it('gives heads of groups their own height, and ends where the list ends', () => {
    expect(tops).toEqual([0, 36, 128, 220, 256, 348, 440]);
  });

  it('makes room below a line for the facts behind a miss', () => {
    const nothing = { overdose: null, release: null, naloxone: null };
    const missFacts = { substances: [], medications: [], ...nothing };
    const missed: CaseloadRow = { kind: 'line', line: aCaseloadLine({ missFacts }) };
    expect(rowTops([line, missed, line], { group: 36, line: 30, facts: 20 })).toEqual([
      0, 30, 80, 110,
    ]);
  });

  it('finds the row that begins at a height, and the one that goes on there', () => {
    expect([0, 35, 36, 127, 128, 9_999].map((height) => rowAt(tops, height))).toEqual([
      0, 0, 1, 1, 2, 5,
    ]);
  });

  it('names the group of what is at the top, from the moment its head is there', () => {
    const heads = headsOf(rows, tops);
    expect(groupAt(heads, 219)?.urgency).toBe('act-today');
    expect(groupAt(heads, 220)?.urgency).toBe('on-course');
    expect(groupAt(headsOf([line], [0, 92]), 0)).toBeNull();
  });

  it('moves the window only every few rows', () => {
    const even = Array.from({ length: 101 }, (_, index) => index * 30);
    const firsts = Array.from({ length: 20 }, (_, row) => firstDrawn(even, row * 30));
    expect(new Set(firsts).size).toBe(9);
  });

  it('draws what is in sight first, and leaves the rest as it was until its turn', () => {
    const inSight = placeRows(rows, tops, 0, 4, [], 3);
    expect(inSight.map(({ index }) => index)).toEqual([0, 1, 2]);
    const others = [head('away'), ...rows.slice(1)];
    const narrowed = placeRows(others, tops, 0, 4, placeRows(rows, tops, 0, 4, []), 3);
    expect(narrowed.map(({ row }) => row)).toEqual([...others.slice(0, 3), rows[3]]);
  });

  it('leaves every row that stays in sight its element, and keeps those no row needs', () => {
    const before = placeRows(rows, tops, 0, 4, []);
    const after = placeRows(rows, tops, 2, 4, before);
    const slotOf = (places: typeof before, index: number) =>
      places.find((place) => place.index === index && !place.spare)?.slot;
    expect(slotOf(after, 2)).toBe(slotOf(before, 2));
    expect(new Set(after.map(({ slot }) => slot)).size).toBe(4);
    const few = placeRows(rows.slice(0, 2), tops, 0, 4, before);
    expect(few.map(({ slot, spare }) => `${slot} ${spare}`)).toEqual([
      '0 false',
      '1 false',
      '2 true',
    ]);
  });
});
