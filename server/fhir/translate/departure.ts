import type { Encounter } from 'fhir/r4';
import { type DischargeReason, reasonOfDisposition } from '#domain/episode/discharge-reason';
import { codesIn } from './code.ts';
import { refOf } from './reference.ts';
import type { Ref } from './translation.ts';
import { wholeDay } from './whole-day.ts';

/** What a discharge encounter says of an episode's end. */
export interface Departure {
  episode: Ref;
  code: string;
  reason: DischargeReason | null;
  statedOn: string;
}

const DISPOSITION = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';
/** HL7 v3 ActCode: a stay in a hospital has a discharge of its own, which ends no program. */
const INPATIENT = ['IMP', 'ACUTE', 'NONAC', 'EMER', 'OBSENC', 'SS'];

/** `null` where an encounter is no discharge from an episode of care. */
export function departureOf(encounter: Encounter): Departure | null {
  const [code] = codesIn(encounter.hospitalization?.dischargeDisposition, DISPOSITION);
  const episode = refOf(encounter.episodeOfCare?.[0], 'EpisodeOfCare');
  const statedOn = wholeDay(encounter.period?.end ?? encounter.period?.start);
  if (!code || !episode || !statedOn || INPATIENT.includes(encounter.class?.code ?? ''))
    return null;
  return { episode, code, reason: reasonOfDisposition(code), statedOn };
}
