import type { Encounter, EpisodeOfCare, QuestionnaireResponse } from 'fhir/r4';
import type { ComparedValues, ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { hasBegun } from './known-episode.ts';

const disposition = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';

/** TEDS-D REASON by Colorado's reasons, its discharge types, and HL7's dispositions. */
const byColorado = [0, 3, 2, 2, 7, 3, 7, 7, 7, 5, 6, 7];
const byType: Record<string, number> = { '01': 1, '02': 4 };
const byDisposition: Record<string, number> = {
  aadvice: 2,
  exp: 6,
  'other-hcf': 4,
  psy: 4,
  rehab: 4,
};

/** By record: each way in which it is said why treatment ended. Home says where to, not why. */
export function dischargeValues(records: ClinicRecords): ValuesByName {
  return new Map([
    ...records
      .all('EpisodeOfCare')
      .filter(hasBegun)
      .flatMap((one) => ofEpisode(one, records)),
    ...records.all('QuestionnaireResponse').flatMap((one) => ofForm(one, records)),
    ...records.all('Encounter').flatMap((one) => ofEncounter(one, records)),
  ]);
}

type Named = [name: string, values: ComparedValues];

function ofEpisode(episode: EpisodeOfCare, records: ClinicRecords): Named[] {
  const said = episode.extension?.find(({ url }) => /discharge-?reason$/i.test(url));
  const code = said?.valueCodeableConcept?.coding?.[0]?.code;
  if (!code || !episode.period?.end) return [];
  const name = `${records.client(episode.patient.reference)} EpisodeOfCare/${episode.id}`;
  const reason = Number(code) >= 1 && Number(code) <= 7 ? Number(code) : null;
  const of = `EpisodeOfCare/${episode.id}`;
  return [[name, { way: 'episode', on: episode.period.end, of, code, reason }]];
}

function ofForm(form: QuestionnaireResponse, records: ClinicRecords): Named[] {
  if (form.status !== 'completed' || !form.questionnaire?.endsWith('/discharge')) return [];
  const answered = (question: string): string | undefined => {
    const answer = form.item?.find(({ linkId }) => linkId === question)?.answer?.[0];
    return answer?.valueCoding?.code ?? answer?.valueString ?? answer?.valueInteger?.toString();
  };
  const type = answered('DISCHARGE_TYPE') ?? '';
  const why = answered('END_OF_TREATMENT_REASON');
  const reason = byType[type] ?? byColorado[Number(why)] ?? null;
  const code = type in byType ? type : why;
  if (code === undefined) return [];
  const name = `${records.client(form.subject?.reference)} QuestionnaireResponse/${form.id}`;
  const on = form.authored?.slice(0, 10) ?? null;
  return [[name, { way: 'questionnaire', on, of: null, code, reason }]];
}

function ofEncounter(encounter: Encounter, records: ClinicRecords): Named[] {
  const codings = encounter.hospitalization?.dischargeDisposition?.coding ?? [];
  const code = codings.find(({ system }) => system === disposition)?.code;
  const [episode] = encounter.episodeOfCare ?? [];
  if (encounter.status !== 'finished' || !code || !episode?.reference) return [];
  const name = `${records.client(encounter.subject?.reference)} Encounter/${encounter.id}`;
  const on = encounter.period?.end?.slice(0, 10) ?? null;
  const reason = byDisposition[code] ?? null;
  return [[name, { way: 'encounter', on, of: episode.reference, code, reason }]];
}
