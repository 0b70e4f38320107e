import type { ConfirmedTest, LeftOut, confirmedTests } from '#domain/disclosures/confirmed-tests';
import { ANALYTES } from '#domain/drug-tests/analytes';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';
import type { LedgerRow } from './ledger';

const WHY: Readonly<Record<LeftOut, string>> = {
  presumptive: 'screened only, which is presumptive',
  pending: 'not reported yet',
  refused: 'refused',
  missed: 'missed',
  invalid: 'invalid',
  dilute: 'dilute',
};

/** Confirmed results, a row a specimen; and how many specimens are left out, and why. */
export function testRows({ tests, leftOut }: ReturnType<typeof confirmedTests>): LedgerRow[] {
  const rows = tests.map(({ day, results }) => ({
    name: 'Confirmed results',
    value: inWords(results),
    on: calendarDate(day),
  }));
  const left = leftOut.map(({ why, count }) => `${count} ${WHY[why]}`).join(', ');
  return [
    ...(rows.length > 0
      ? rows
      : [{ name: 'Confirmed results', value: 'none recorded', on: '', missing: true }]),
    ...(left
      ? [{ name: 'Left out', value: `Specimens without a confirmed result: ${left}.`, on: '' }]
      : []),
  ];
}

const inWords = (results: ConfirmedTest['results']): string =>
  [true, false]
    .flatMap((detected) => {
      const own = results
        .filter((one) => one.detected === detected)
        .map(({ analyte, asPrescribed }) =>
          asPrescribed ? `${nameOf(analyte)} (in keeping with a prescription)` : nameOf(analyte),
        );
      const words = detected ? 'Detected' : 'Not detected';
      return own.length > 0 ? [`${words}: ${own.join(', ')}.`] : [];
    })
    .join(' ');

const nameOf = (analyte: string): string =>
  ANALYTES.find(({ id }) => id === analyte)?.name ?? analyte;
