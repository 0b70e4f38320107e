import type { CodeableConcept, Condition } from 'fhir/r4';
import { background } from '../model/background/background.ts';
import { DAY_MS, HOUR_MS, isoDate, utcDay, utcMidnight } from '../model/calendar-day.ts';
import { survivedOverdose } from '../model/care/overdose.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { death } from '../model/leaving/death.ts';
import { diagnoses, overdose, type Diagnosis } from './diagnosis.ts';
import type { Recorded } from './recorded.ts';
import { toClient, toCounselor } from './reference.ts';
import { resourceId } from './resource-id.ts';

const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';

/** What was diagnosed at the first admission, and what was learned of overdoses and pregnancy. */
export function conditions(clinic: Clinic, timeline: ClientTimeline): Recorded<Condition>[] {
  const { client, episodes } = timeline;
  const [first] = episodes;
  const writtenAt = (first.intake?.assessment.presence?.closedAt ?? first.admittedAt) + HOUR_MS / 6;
  const ofAssessment = diagnoses(clinic, first).map((diagnosis) =>
    recorded(client, first, diagnosis, writtenAt),
  );
  const { opioidUse } = background(clinic.seed, client);
  const survived = episodes.flatMap((episode) => {
    const { placement } = episode;
    const found = survivedOverdose(clinic, placement);
    if (!found) return [];
    const diagnosis = {
      key: `ods${placement.ordinal + 1}`,
      ...overdose(opioidUse),
      onset: utcMidnight(found.day) + HOUR_MS * 12,
    };
    return recorded(client, episode, diagnosis, found.knownAt);
  });
  const overdoses = episodes.flatMap((episode) => {
    const { placement } = episode;
    const died = death(clinic.seed, placement);
    if (!died?.overdose) return [];
    const onset = died.knownAt - (utcDay(died.knownAt) - died.day) * DAY_MS;
    const key = `od${placement.ordinal + 1}`;
    return recorded(
      client,
      episode,
      { key, ...overdose(opioidUse), onset },
      died.knownAt + HOUR_MS,
    );
  });
  return [...ofAssessment, ...survived, ...overdoses];
}

export function primaryDiagnosis(client: number): string {
  return resourceId.clinical('cond', client, 'sud0');
}

function recorded(
  client: number,
  { placement }: EpisodeTimeline,
  diagnosis: Diagnosis,
  writtenAt: number,
): Recorded<Condition> {
  const id = resourceId.clinical('cond', client, diagnosis.key);
  const { remissionAt } = diagnosis;
  const at = remissionAt ? [writtenAt, remissionAt] : [writtenAt];
  const recorder = toCounselor(placement);
  return {
    id,
    at,
    render: (version) => ({
      resourceType: 'Condition',
      id,
      clinicalStatus: coded(CLINICAL, version === 2 ? 'remission' : 'active'),
      verificationStatus: coded(VERIFICATION, 'confirmed'),
      category: [coded(CATEGORY, 'encounter-diagnosis')],
      code: version === 2 ? inRemission(diagnosis) : icd(diagnosis),
      subject: toClient(client),
      ...(diagnosis.onset && { onsetDateTime: isoDate(utcDay(diagnosis.onset)) }),
      recordedDate: isoDate(utcDay(writtenAt)),
      ...(recorder && { recorder }),
    }),
  };
}

/** In remission is the fifth and sixth character 1: F10.20 becomes F10.21, F10.10 F10.11. */
function inRemission({ code, display }: Diagnosis): CodeableConcept {
  return icd({
    code: code.replace(/0$/, '1'),
    display: display.replace('uncomplicated', 'in remission'),
  });
}

function icd({ code, display }: Pick<Diagnosis, 'code' | 'display'>): CodeableConcept {
  return { coding: [{ system: ICD_10_CM, code, display }], text: display };
}

function coded(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] };
}
