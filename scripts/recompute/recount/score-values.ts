import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import type { Form } from './instrument-forms.ts';
import { type ScoreReport, scoreReports } from './score-reports.ts';

/** One score from whatever was recorded of a form on a day. */
export interface ScoreOfDay {
  client: string;
  form: Form;
  day: string;
  total: number | null;
  isStored: boolean;
  mismatch: boolean;
  /** By the question's number. */
  answers: ReadonlyMap<string, number>;
  /** References of the records. */
  records: string[];
}

export function scoresOfDays(records: ClinicRecords): ScoreOfDay[] {
  const days = Map.groupBy(
    scoreReports(records),
    ({ client, form, day }) => `${client} ${form.id} ${day}`,
  );
  return [...days.values()].flatMap((reports) => {
    const [first] = reports;
    return first ? [scoreOf(first, reports)] : [];
  });
}

/** A stored total goes before a computed one; where two of them differ, that is said. */
function scoreOf({ client, form, day }: ScoreReport, reports: readonly ScoreReport[]): ScoreOfDay {
  const inOrder = reports.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const answers = new Map(inOrder.flatMap((report) => [...report.answers]));
  const computed = form.adds.length > 0 ? sumOf(form.adds, answers) : null;
  const stored = inOrder.map(({ total }) => total).filter((total) => total !== null);
  const totals = new Set([...stored, ...(computed === null ? [] : [computed])]);
  return {
    client,
    form,
    day,
    total: stored.at(-1) ?? computed,
    isStored: stored.length > 0,
    mismatch: totals.size > 1,
    answers,
    records: reports.map(({ record }) => record),
  };
}

/** By client, instrument and day. */
export const scoreValues = (records: ClinicRecords): ValuesByName =>
  new Map(
    scoresOfDays(records).map((score) => [
      `${score.client} ${score.form.id} ${score.day}`,
      valuesOf(score),
    ]),
  );

const valuesOf = ({ form, total, isStored, mismatch, answers }: ScoreOfDay): ComparedValues => ({
  total,
  'made by': isStored ? 'stored' : total === null ? null : 'computed',
  mismatch,
  // Each answer counts for itself: the ninth of the PHQ-9, any of the suicide screener.
  ...answerValues(form, answers),
  ...subscaleValues(form, answers),
});

const answerValues = (form: Form, answers: ReadonlyMap<string, number>) =>
  Object.fromEntries(
    form.questions.map(({ number }) => [`item ${number}`, answers.get(number) ?? null]),
  );

const subscaleValues = (form: Form, answers: ReadonlyMap<string, number>) =>
  Object.fromEntries(
    Object.entries(form.subscales ?? {}).map(([name, items]) => [name, sumOf(items, answers)]),
  );

/** Nothing is made up for an answer that is missing: then there is no sum. */
function sumOf(numbers: readonly string[], answers: ReadonlyMap<string, number>): number | null {
  const given = numbers.map((number) => answers.get(number));
  if (given.some((answer) => answer === undefined)) return null;
  return given.reduce<number>((sum, answer) => sum + (answer ?? 0), 0);
}
