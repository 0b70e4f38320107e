import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Form } from './instrument-forms.ts';
import { type ScoreReport, scoreReports } from './score-reports.ts';

/** By client, instrument and day: one score from whatever was recorded of it that day. */
export function scoreValues(records: ClinicRecords): ValuesByName {
  const days = Map.groupBy(
    scoreReports(records),
    ({ client, form, day }) => `${client} ${form.id} ${day}`,
  );
  return new Map([...days].map(([name, reports]) => [name, valuesOf(reports)]));
}

/** A stored total goes before a computed one; where two of them differ, that is said. */
function valuesOf(reports: readonly ScoreReport[]): ComparedValues {
  const inOrder = reports.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const answers = new Map(inOrder.flatMap((report) => [...report.answers]));
  const [first] = reports;
  const form = first?.form;
  const computed = form && form.adds.length > 0 ? sumOf(form.adds, answers) : null;
  const stored = inOrder.map(({ total }) => total).filter((total) => total !== null);
  const totals = new Set([...stored, ...(computed === null ? [] : [computed])]);
  return {
    total: stored.at(-1) ?? computed,
    'made by': stored.length > 0 ? 'stored' : computed === null ? null : 'computed',
    mismatch: totals.size > 1,
    // Each answer counts for itself: the ninth of the PHQ-9, any of the suicide screener.
    ...answerValues(form, answers),
    ...subscaleValues(form, answers),
  };
}

const answerValues = (form: Form | undefined, answers: ReadonlyMap<string, number>) =>
  Object.fromEntries(
    (form?.questions ?? []).map(({ number }) => [`item ${number}`, answers.get(number) ?? null]),
  );

const subscaleValues = (form: Form | undefined, answers: ReadonlyMap<string, number>) =>
  Object.fromEntries(
    Object.entries(form?.subscales ?? {}).map(([name, items]) => [name, sumOf(items, answers)]),
  );

/** Nothing is made up for an answer that is missing: then there is no sum. */
function sumOf(numbers: readonly string[], answers: ReadonlyMap<string, number>): number | null {
  const given = numbers.map((number) => answers.get(number));
  if (given.some((answer) => answer === undefined)) return null;
  return given.reduce<number>((sum, answer) => sum + (answer ?? 0), 0);
}
