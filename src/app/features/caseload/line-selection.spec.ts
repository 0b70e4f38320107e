import { aCaseloadLine } from './a-caseload-line';
import type { CaseloadRow } from './arrange-lines';
import { LineSelection, partOf } from './line-selection';

const line = (clientId: string) => aCaseloadLine({ clientId });
const rows: CaseloadRow[] = [
  { kind: 'group', urgency: 'act-today', count: 3 },
  ...['a', 'b', 'c', 'd'].map((id): CaseloadRow => ({ kind: 'line', line: line(id) })),
];

describe('LineSelection', () => {
  let selection: LineSelection;
  const ids = () => [...selection.ids()].sort().join('');
  beforeEach(() => (selection = new LineSelection()));

  it('selects one and lets it go', () => {
    selection.toggle('b');
    selection.toggle('c');
    selection.toggle('b');
    expect(ids()).toBe('c');
  });

  it('takes a range in either direction, and makes it shorter again', () => {
    selection.toggle('c');
    selection.extendTo('a', rows);
    expect(ids()).toBe('abc');
    selection.extendTo('d', rows);
    expect(ids()).toBe('cd');
  });

  it('begins a range anew where the last one does not end', () => {
    selection.toggle('a');
    selection.beginAt('c');
    selection.extendTo('d', rows);
    expect(ids()).toBe('acd');
    selection.beginAt('d');
    selection.extendTo('c', rows);
    expect(ids()).toBe('ac');
  });

  it('keeps whom it has while lines change, and says how many left', () => {
    selection.set(['a', 'b', 'c'], true);
    selection.keepWithin([line('c'), line('b'), line('new')]);
    expect(ids()).toBe('bc');
    expect(selection.lost()).toBe(1);
    selection.toggle('b');
    expect(selection.lost()).toBe(0);
  });

  it('tells all from some and none', () => {
    const some = new Set(['a', 'b']);
    expect([['a'], ['a', 'c'], ['c'], []].map((of) => partOf(of, some))).toEqual([
      'all',
      'some',
      'none',
      'none',
    ]);
  });
});
