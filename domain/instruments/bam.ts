import { BAM_CONCERNS, bamItems, bamSubscales } from './bam-items.ts';
import type { Instrument } from './instrument.ts';

export const BAM: Instrument = {
  id: 'bam',
  name: 'BAM',
  recall: 'the last 30 days',
  loinc: { panel: null, total: null },
  questionnaires: ['bam'],
  items: bamItems(4),
  total: null,
  better: 'lower',
  bands: [],
  subscales: bamSubscales(4, BAM_CONCERNS),
  change: null,
  intervalDays: 30,
  citation: 'Cacciola et al. 2013, J Subst Abuse Treat 44:256; VA Brief Addiction Monitor guide',
};
