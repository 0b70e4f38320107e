import { bamItems, bamSubscales } from './bam-items.ts';
import type { Instrument } from './instrument.ts';

/** The revised BAM counts days: every item runs from 0 to 30. It has no published cuts. */
export const BAM_R: Instrument = {
  id: 'bam-r',
  name: 'BAM-R',
  recall: 'the last 30 days',
  loinc: { panel: null, total: null },
  questionnaires: ['bam-r'],
  items: bamItems(30),
  total: null,
  better: 'lower',
  continuous: true,
  bands: [],
  subscales: bamSubscales(30, { use: null, risk: null, protective: null }),
  change: null,
  intervalDays: 30,
  citation: 'VA Brief Addiction Monitor, revised (continuous) version',
};
