import { AUDIT_C } from './audit-c.ts';
import { BAM } from './bam.ts';
import { BAM_IOP } from './bam-iop.ts';
import { BAM_R } from './bam-r.ts';
import { BARC_10 } from './barc-10.ts';
import { C_SSRS } from './c-ssrs.ts';
import { CRAVING_NRS, CRAVING_VAS } from './craving.ts';
import { DAST_10 } from './dast-10.ts';
import { GAD_7 } from './gad-7.ts';
import type { Instrument, InstrumentId, Item } from './instrument.ts';
import { PACS } from './pacs.ts';
import { PHQ_9 } from './phq-9.ts';
import { TEA } from './tea.ts';

export const INSTRUMENTS: readonly Instrument[] = [
  PHQ_9,
  GAD_7,
  BAM,
  BAM_IOP,
  BAM_R,
  BARC_10,
  AUDIT_C,
  DAST_10,
  C_SSRS,
  TEA,
  CRAVING_NRS,
  CRAVING_VAS,
  PACS,
];

const BY_ID = new Map<string, Instrument>(INSTRUMENTS.map((one) => [one.id, one]));

export function instrument(id: InstrumentId): Instrument {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`${id} is no instrument.`);
  return found;
}

/** What a LOINC code stands for in an instrument: the whole form, its total, or one of its items. */
export type CodedPart =
  | { instrument: Instrument; part: 'panel' | 'total' }
  | { instrument: Instrument; part: 'item'; item: Item };

const BY_LOINC = new Map<string, CodedPart>(
  INSTRUMENTS.flatMap((one): [string, CodedPart][] => [
    ...(one.loinc.panel
      ? [[one.loinc.panel, { instrument: one, part: 'panel' }] as [string, CodedPart]]
      : []),
    ...(one.loinc.total
      ? [[one.loinc.total, { instrument: one, part: 'total' }] as [string, CodedPart]]
      : []),
    ...one.items.flatMap((item): [string, CodedPart][] =>
      item.loinc ? [[item.loinc, { instrument: one, part: 'item', item }]] : [],
    ),
  ]),
);

/** `null` for a code that no instrument has. */
export const partOfCode = (loinc: string): CodedPart | null => BY_LOINC.get(loinc) ?? null;

/** The instrument a questionnaire's canonical address ends in, whatever its version. */
export function instrumentOfQuestionnaire(canonical: string): Instrument | null {
  const name = canonical.split('|')[0]?.split('/').at(-1)?.toLowerCase() ?? '';
  return INSTRUMENTS.find(({ questionnaires }) => questionnaires.includes(name)) ?? null;
}
