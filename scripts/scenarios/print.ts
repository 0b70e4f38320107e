import type { QuietCharts } from './quiet-charts.ts';
import type { Said } from './what-is-said.ts';

/** Scenario, what was planted, what the product says. */
export function printSaid(said: readonly (Said & { seed: number })[]): void {
  console.table(
    said.map(({ seed, scenario, planted, asked, found }) => ({
      scenario,
      seed,
      planted,
      asked,
      found,
    })),
  );
}

/** In full, as each clinic is done: a table would cut them. */
export function printWords(said: readonly (Said & { seed: number })[]): void {
  for (const { scenario, seed, asked, there, elsewhere } of said) {
    console.log(
      `${scenario}, seed ${seed}, ${asked}\n  there: ${there}\n  elsewhere: ${elsewhere}`,
    );
  }
}

/** Charts of clinics in which nothing happened: how many show something, beside chance. */
export function printQuiet(charts: readonly QuietCharts[]): void {
  const rows = [...Map.groupBy(charts, ({ measure }) => measure)].map(([measure, own]) =>
    added(measure, own),
  );
  console.table([...rows, added('all', charts)].map(inShares));
  console.log('Measures share their sessions: compare measure by measure, not all of them.');
}

function added(measure: string, all: readonly QuietCharts[]): QuietCharts {
  const sum = (of: (charts: QuietCharts) => number): number =>
    all.reduce((total, charts) => total + of(charts), 0);
  return {
    measure,
    charts: sum(({ charts }) => charts),
    flagged: sum(({ flagged }) => flagged),
    byPeople: sum(({ byPeople }) => byPeople),
    bySessions: sum(({ bySessions }) => bySessions),
    withoutLimits: sum(({ withoutLimits }) => withoutLimits),
  };
}

const inShares = (row: QuietCharts) => ({
  measure: row.measure,
  charts: row.charts,
  flagged: row.flagged,
  'flagged, share': shareOf(row.flagged, row),
  'by chance, same people': shareOf(row.byPeople, row),
  'by chance, independent': shareOf(row.bySessions, row),
  'without limits': row.withoutLimits,
});

const shareOf = (count: number, { charts }: QuietCharts): string =>
  charts === 0 ? '–' : (count / charts).toFixed(3);
