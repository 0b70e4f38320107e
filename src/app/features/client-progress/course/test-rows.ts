import type { ClientSpecimen } from '#domain/client-progress/tests-and-medication.contract';

/** Analytes of one kind share a row; the table tells each apart. */
const KINDS: readonly { name: string; analytes: readonly string[] }[] = [
  { name: 'Alcohol (EtG)', analytes: ['etg'] },
  { name: 'Cannabinoids', analytes: ['cannabinoids'] },
  { name: 'Opioids', analytes: ['opiates', 'oxycodone', 'fentanyl', '6-mam'] },
  { name: 'Buprenorphine', analytes: ['buprenorphine'] },
  { name: 'Methadone', analytes: ['methadone', 'eddp'] },
  { name: 'Benzodiazepines', analytes: ['benzodiazepines'] },
  { name: 'Stimulants', analytes: ['amphetamines', 'methamphetamine', 'cocaine'] },
  { name: 'Phencyclidine', analytes: ['phencyclidine'] },
];

export type TestMark =
  | 'expected'
  | 'unexpected'
  | 'unexpected-confirmed'
  | 'inconclusive'
  | 'refused'
  | 'missed'
  | 'dilute'
  | 'invalid'
  | 'pending';

export interface TestRow {
  name: string;
  marks: { day: string; mark: TestMark }[];
}

/** A specimen that is no result marks every row; of a result the gravest of the row's analytes. */
export function testRows(specimens: readonly ClientSpecimen[]): TestRow[] {
  const tested = new Set(specimens.flatMap(({ results }) => results.map(({ analyte }) => analyte)));
  const kinds = KINDS.filter(({ analytes }) => analytes.some((analyte) => tested.has(analyte)));
  const shown = kinds.length > 0 ? kinds : [{ name: 'All', analytes: [] }];
  return shown.map(({ name, analytes }) => ({
    name,
    marks: specimens.flatMap((specimen) => {
      const mark = markOf(specimen, analytes);
      return mark ? [{ day: specimen.collectedOn, mark }] : [];
    }),
  }));
}

function markOf({ state, results }: ClientSpecimen, analytes: readonly string[]): TestMark | null {
  if (state !== 'reported') return state as TestMark;
  const own = results.filter(({ analyte }) => analytes.includes(analyte));
  if (own.length === 0) return null;
  const unexpected = own.filter(({ expectation }) => expectation?.startsWith('unexpected'));
  if (unexpected.length > 0)
    return unexpected.some(({ confirmed }) => confirmed) ? 'unexpected-confirmed' : 'unexpected';
  return own.some(({ expectation }) => expectation === null) ? 'inconclusive' : 'expected';
}

const VALID = new Set(['reported']);

export interface TestCounts {
  asked: number;
  valid: number;
  unexpected: number;
  /** '1 refused, 1 dilute, 1 pending'. */
  others: string;
}

/** Refused, missed, dilute, invalid and pending are no results: they are counted apart. */
export function testCounts(specimens: readonly ClientSpecimen[]): TestCounts {
  const valid = specimens.filter(({ state }) => VALID.has(state));
  const others = Map.groupBy(
    specimens.filter(({ state }) => !VALID.has(state)),
    ({ state }) => state,
  );
  return {
    asked: specimens.length,
    valid: valid.length,
    unexpected: valid.filter(({ results }) =>
      results.some(({ expectation }) => expectation?.startsWith('unexpected')),
    ).length,
    others: [...others].map(([state, of]) => `${of.length} ${state}`).join(', '),
  };
}
