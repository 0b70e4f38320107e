import { BAM_CONCERNS, bamItems, bamSubscales } from './bam-items.ts';
import type { Instrument } from './instrument.ts';

/** The BAM with a recall of 7 days, for weekly use; structure and cuts are the BAM's. */
export const BAM_IOP: Instrument = {
  id: 'bam-iop',
  name: 'BAM-IOP',
  recall: 'the last 7 days',
  loinc: { panel: null, total: null },
  questionnaires: ['bam-iop'],
  items: bamItems(4),
  total: null,
  better: 'lower',
  bands: [],
  subscales: bamSubscales(4, BAM_CONCERNS),
  change: null,
  intervalDays: 7,
  citation: 'VA Brief Addiction Monitor, intensive outpatient version (VistA)',
};
