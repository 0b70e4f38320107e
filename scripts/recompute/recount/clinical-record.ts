import type { ClaimResponse, Condition, Coverage } from 'fhir/r4';
import type { ClinicRecords } from '../source/clinic-records.ts';
import { drugTestReports } from './drug-test-reports.ts';
import type { KnownEpisode } from './known-episode.ts';
import { type Prescription, prescriptionsIn } from './prescriptions.ts';
import { type ScoreOfDay, scoresOfDays } from './score-values.ts';
import { type SpecimenOfMoment, specimensOf } from './specimen-values.ts';

/** What is on record of one client, beside their sessions. */
export interface ClinicalRecord {
  scores: readonly ScoreOfDay[];
  specimens: readonly SpecimenOfMoment[];
  prescriptions: readonly Prescription[];
  authorizations: readonly ClaimResponse[];
  coverages: readonly Coverage[];
  /** A diagnosis of ICD-10-CM F11. */
  hasOpioidUse: boolean;
  birthDate: string | undefined;
  /** All of theirs. */
  episodes: readonly KnownEpisode[];
}

/** Of every client, by the reference that stands for them today. */
export function clinicalRecords(
  records: ClinicRecords,
  episodes: readonly KnownEpisode[],
): (client: string) => ClinicalRecord {
  const ofWhom = ({ client }: { client: string }) => client;
  const scores = Map.groupBy(scoresOfDays(records), ofWhom);
  const specimens = Map.groupBy(specimensOf(records, drugTestReports(records)), ofWhom);
  const prescriptions = Map.groupBy(prescriptionsIn(records), ofWhom);
  const authorizations = Map.groupBy(records.all('ClaimResponse').filter(isAgreedTo), (one) =>
    records.client(one.patient.reference),
  );
  const coverages = Map.groupBy(records.all('Coverage'), ({ beneficiary }) =>
    records.client(beneficiary.reference),
  );
  const stays = Map.groupBy(episodes, ({ patient }) => records.client(patient.reference));
  const opioids = new Set(
    records
      .all('Condition')
      .filter(isOpioidUse)
      .map(({ subject }) => records.client(subject.reference)),
  );
  return (client) => ({
    scores: scores.get(client) ?? [],
    specimens: specimens.get(client) ?? [],
    prescriptions: prescriptions.get(client) ?? [],
    authorizations: authorizations.get(client) ?? [],
    coverages: coverages.get(client) ?? [],
    hasOpioidUse: opioids.has(client),
    birthDate: records.named('Patient', client)?.birthDate,
    episodes: stays.get(client) ?? [],
  });
}

/** X12 306, decision of a review: A3 is 'Not Certified'. */
const notCertified = 'A3';

function isAgreedTo({ status, use, outcome, item, addItem }: ClaimResponse): boolean {
  if (use !== 'preauthorization' || status !== 'active') return false;
  if (outcome !== 'complete' && outcome !== 'partial') return false;
  return !JSON.stringify([item, addItem]).includes(`"code":"${notCertified}"`);
}

const isOpioidUse = ({ code, verificationStatus }: Condition): boolean =>
  (code?.coding ?? []).some(({ code: icd }) => icd?.startsWith('F11')) &&
  !(verificationStatus?.coding ?? []).some(({ code: said }) =>
    ['entered-in-error', 'refuted'].includes(said ?? ''),
  );
