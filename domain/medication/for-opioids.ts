import type { Medication } from './medication.ts';

/**
 * Prescribed for opioid use disorder: a day without it is a risk of its own. Naltrexone is prescribed for
 * alcohol use disorder too, so there the diagnosis tells.
 */
export const isForOpioids = (medication: Medication, opioidUse: boolean): boolean =>
  medication === 'buprenorphine' ||
  medication === 'methadone' ||
  (medication === 'naltrexone' && opioidUse);
