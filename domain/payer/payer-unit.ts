/**
 * What a contract calls one unit of an authorization, as the setting numbers them from 1. HCPCS H0015
 * has no unit of its own: payers go by the day, the half-day or the hour.
 */
export const PAYER_UNITS = ['day', 'half-day', 'hour'] as const;
export type PayerUnit = (typeof PAYER_UNITS)[number];

export const payerUnitOf = (number: number): PayerUnit => PAYER_UNITS[number - 1] ?? 'day';

/** As it stands in a sentence. */
export const UNIT_WORDS: Record<PayerUnit, string> = {
  day: 'a day attended',
  'half-day': 'half a day',
  hour: 'an hour',
};
