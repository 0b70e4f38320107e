import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays, type Day } from '../calendar/calendar-day.ts';
import { ANALYTES } from '../drug-tests/analytes.ts';
import type { SpecimenResult } from '../drug-tests/specimen.ts';
import type { CollectedSpecimen } from '../drug-tests/specimens.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag } from './caseload.contract.ts';

/** Results of the last days that are other than what was prescribed makes expected, newest first. */
export function unexpectedTests(
  specimens: readonly CollectedSpecimen[],
  today: Day,
  { unexpectedTestDays }: Pick<ProgramDefaults, 'unexpectedTestDays'>,
): Flag[] {
  const since = addDays(today, -unexpectedTestDays);
  return specimens
    .filter(({ collectedOn }) => collectedOn >= since)
    .flatMap(({ results, collectedOn, recordIds }) => {
      const unexpected = results.filter(isUnexpected);
      const [first] = unexpected;
      if (!first) return [];
      const more = unexpected.length > 1 ? ` +${unexpected.length - 1}` : '';
      return [
        {
          rule: 'unexpected-test' as const,
          what: 'Unexpected result',
          evidence: `${resultInWords(first)}${more}, ${calendarDayInWords(collectedOn, today)}`,
          value: unexpected.length,
          threshold: 1,
          recordIds: [...recordIds],
        },
      ];
    });
}

export const isUnexpected = ({ expectation }: SpecimenResult): boolean =>
  expectation === 'unexpected-positive' || expectation === 'unexpected-negative';

/** 'fentanyl screen', 'fentanyl' once it is confirmed, 'no buprenorphine'. */
export function resultInWords({ analyte, detected, confirmed }: SpecimenResult): string {
  const [name = analyte] = ANALYTES.find(({ id }) => id === analyte)?.name.split(' (') ?? [];
  const plain = /^[A-Z][a-z]/.test(name) ? name.toLowerCase() : name;
  if (!detected) return `no ${plain}`;
  return confirmed ? plain : `${plain} screen`;
}
