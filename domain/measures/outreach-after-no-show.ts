import { outreachAfter } from '../outreach/outreach-after.ts';
import type { FormulaMeasure } from './measure.ts';

export const OUTREACH_AFTER_NO_SHOW: FormulaMeasure<typeof outreachAfter> = {
  id: 'outreach-after-no-show',
  name: 'Outreach after a no-show',
  sentence: 'No-shows after which somebody tried to reach the client in time.',
  numerator: 'An attempt by any mode within 24 hours of the scheduled start, answered or not',
  denominator: 'No-shows whose 24 hours are over, or that were answered within them',
  leftOut: 'Still open; the client came back before it was due; due before anything was read here',
  unit: 'share',
  countedIn: 'sessions',
  direction: 'higher',
  standard: 'Asked by payers in concurrent review; 24 hours is a program default',
  interval: 'clustered-by-client',
  subject: { words: 'Outreach after a no-show', plural: false },
  formula: outreachAfter,
};
