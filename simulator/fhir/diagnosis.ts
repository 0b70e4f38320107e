import { background, type Background } from '../model/background/background.ts';
import { SUBSTANCES, type Substance } from '../model/background/substance.ts';
import { DAY_MS, isoDate } from '../model/calendar-day.ts';
import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';

const CO_OCCURRING: Record<Background['coOccurring'][number], string> = {
  'F32.1': 'Major depressive disorder, single episode, moderate',
  'F33.1': 'Major depressive disorder, recurrent, moderate',
  'F41.1': 'Generalized anxiety disorder',
  'F43.10': 'Post-traumatic stress disorder, unspecified',
};

export interface Diagnosis {
  key: string;
  code: string;
  display: string;
  onset?: number;
  /** From when on the disorder is in early remission: three months without (DSM-5-TR). */
  remissionAt?: number;
}

/** What somebody is diagnosed with when they are first admitted. */
export function diagnoses(
  { seed }: Clinic,
  { placement, dischargedAt }: EpisodeTimeline,
): Diagnosis[] {
  const who = background(seed, placement.client);
  const { reason, stayDays } = placement.step;
  const found: Diagnosis[] = who.substances.map((substance, at) => {
    const remits = at === 0 && reason === 'completed' && stayDays >= 80;
    const remissionAt = remits ? dischargedAt - 3 * DAY_MS : undefined;
    return { key: `sud${at}`, ...useDisorder(substance, at === 0 && who.mild), remissionAt };
  });
  if (who.tobacco) {
    found.push({
      key: 'nicotine',
      code: 'F17.210',
      display: 'Nicotine dependence, cigarettes, uncomplicated',
    });
  }
  for (const code of who.coOccurring) {
    found.push({ key: code.replace('.', '').toLowerCase(), code, display: CO_OCCURRING[code] });
  }
  if (who.overdoseDaysAgo !== null) {
    const onset = placement.startDay - who.overdoseDaysAgo;
    found.push({ key: 'overdose', ...overdose(who.opioidUse), onset: dayStart(onset) });
  }
  if (who.pregnant) {
    found.push({ key: 'pregnancy', code: 'Z33.1', display: 'Pregnant state, incidental' });
  }
  return found;
}

function useDisorder(substance: Substance, mild: boolean): Pick<Diagnosis, 'code' | 'display'> {
  const { icd, name } = SUBSTANCES[substance];
  return mild
    ? { code: `${icd}.10`, display: `${name} abuse, uncomplicated` }
    : { code: `${icd}.20`, display: `${name} dependence, uncomplicated` };
}

export function overdose(opioid: boolean): Pick<Diagnosis, 'code' | 'display'> {
  return opioid
    ? {
        code: 'T40.411A',
        display: 'Poisoning by fentanyl or fentanyl analogs, accidental, initial encounter',
      }
    : { code: 'T40.5X1A', display: 'Poisoning by cocaine, accidental, initial encounter' };
}

function dayStart(day: number): number {
  return Date.parse(`${isoDate(day)}T12:00:00Z`);
}
