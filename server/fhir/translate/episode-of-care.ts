import type { EpisodeOfCare, Extension } from 'fhir/r4';
import { type DischargeReason, isDischargeReason } from '#domain/episode/discharge-reason';
import { isLevelOfCare, type LevelOfCare } from '#domain/episode/level-of-care';
import { wordsOf } from './code.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface EpisodeFacts {
  client: Ref;
  status: EpisodeOfCare['status'];
  admittedOn: string;
  endedOn: string | null;
  level: LevelOfCare | null;
  unit: Ref | null;
  counselor: Ref | null;
  team: Ref | null;
  holds: { startsOn: string; endsOn: string | null }[];
  /** The request that led to it. */
  referral: Ref | null;
  /** Why it ended, in the source's own extension: R4 has no element for it. */
  discharge: { code: string | null; reason: DischargeReason | null; words: string | null } | null;
}

const DISCHARGE_REASON = /[/:]discharge-?reason$/i;

export function translateEpisodeOfCare(episode: EpisodeOfCare): Translation<EpisodeFacts> {
  if (episode.status === 'entered-in-error') return ENTERED_IN_ERROR;
  if (episode.status === 'cancelled') return { setAside: 'Cancelled before it began' };
  const client = refOf(episode.patient, 'Patient');
  if (!client) return heldBack('Names no client', 'the episode is not shown');
  const admittedOn = wholeDay(episode.period?.start);
  if (!admittedOn) return heldBack('Has no start date', 'the client is on no caseload');
  return {
    use: {
      client,
      status: episode.status,
      admittedOn,
      endedOn: wholeDay(episode.period?.end),
      level: levelOf(episode),
      unit: refOf(episode.managingOrganization, 'Organization'),
      counselor: refOf(episode.careManager, 'Practitioner'),
      team: refOf(episode.team?.[0], 'CareTeam'),
      holds: holdsOf(episode),
      referral:
        (episode.referralRequest ?? [])
          .map((request) => refOf(request, 'ServiceRequest'))
          .find(Boolean) ?? null,
      discharge: dischargeOf(episode),
    },
  };
}

/** A reason coded as TEDS has it; in words alone it is shown, and counted as not known. */
function dischargeOf({ extension }: EpisodeOfCare): EpisodeFacts['discharge'] {
  const said = extension?.find(({ url }: Extension) => DISCHARGE_REASON.test(url));
  if (!said) return null;
  const { valueCodeableConcept, valueCoding, valueCode, valueInteger, valueString } = said;
  const codings = valueCodeableConcept?.coding ?? (valueCoding ? [valueCoding] : []);
  const codes = [...codings.map(({ code }) => code), valueCode, valueInteger?.toString()].filter(
    (code) => code !== undefined,
  );
  const reason = codes.map(Number).find(isDischargeReason) ?? null;
  const words = wordsOf(valueCodeableConcept) ?? valueCoding?.display ?? valueString ?? null;
  return { code: codes[0] ?? null, reason, words };
}

/** The first type coded as a level of The ASAM Criteria; the edition is its version. */
function levelOf({ type }: EpisodeOfCare): LevelOfCare | null {
  const codings = (type ?? []).flatMap(({ coding }) => coding ?? []);
  const level = codings.find(
    ({ system, code }) => /asam/i.test(system ?? '') && isLevelOfCare(code ?? ''),
  );
  if (!level?.code) return null;
  const edition = level.version?.trim()[0];
  return { code: level.code, edition: edition === '3' || edition === '4' ? edition : null };
}

/** Times on hold, from the history of the status; one without an end goes on. */
function holdsOf({ status, statusHistory, period }: EpisodeOfCare): EpisodeFacts['holds'] {
  const holds = (statusHistory ?? [])
    .filter((entry) => entry.status === 'onhold')
    .flatMap((entry) => {
      const startsOn = wholeDay(entry.period?.start);
      return startsOn ? [{ startsOn, endsOn: wholeDay(entry.period?.end) }] : [];
    });
  const goesOn = holds.some(({ endsOn }) => endsOn === null);
  if (status !== 'onhold' || goesOn) return dedupe(holds);
  // Some servers list only past states: the present one began where the last one ended.
  const since = (statusHistory ?? [])
    .flatMap((entry) => wholeDay(entry.period?.end) ?? [])
    .sort()
    .at(-1);
  return dedupe([...holds, { startsOn: since ?? wholeDay(period?.start) ?? '', endsOn: null }]);
}

const dedupe = (holds: EpisodeFacts['holds']): EpisodeFacts['holds'] => [
  ...new Map(
    holds.filter(({ startsOn }) => startsOn).map((hold) => [hold.startsOn, hold]),
  ).values(),
];
