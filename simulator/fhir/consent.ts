import type { CodeableConcept, Consent, ConsentProvision, Reference } from 'fhir/r4';
import { background } from '../model/background/background.ts';
import { isoDate, utcDay } from '../model/calendar-day.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { Draws } from '../model/draws.ts';
import { aftercare } from '../model/leaving/aftercare.ts';
import { consentToCourt, consentToNext } from '../model/leaving/consent-onward.ts';
import { courtOf, nextPlace, type OnwardPlace } from '../model/leaving/onward-place.ts';
import { localInstant, localIso } from '../model/local-time.ts';
import { supportId } from './related-person.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';

const SCOPE = 'http://terminology.hl7.org/CodeSystem/consentscope';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const ACT_REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
/** 42 CFR 2.31: a consent to disclose what a program for substance use disorders keeps. */
const PART_2 = 'https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2';

/** Treatment, payment, health care operations. */
const PURPOSES = ['TREAT', 'HPAYMT', 'HOPERAT'];

/** Days after admission on which a client took the consent for treatment, payment and operations back; most never do. */
function revokesTreatmentConsent(seed: number, client: number): number | null {
  const draws = new Draws(seed, 'tpo', client);
  return draws.chance(0.05) ? draws.whole(3, 40) : null;
}

/** Those in the criminal justice system who made treatment a condition. */
const PART_2_COURT = 'https://www.ecfr.gov/current/title-42/section-2.35';
/** TEDS PSOURCE. */
const SENT_BY_COURT = 7;

interface Signed {
  key: string;
  /** When it was signed, and taken back. */
  at: number[];
  from: number;
  /** Its last day. */
  to: number;
  category: 'INFA' | 'IDSCL';
  purposes: readonly string[];
  policy: string;
  recipient: Reference;
}

/**
 * One for treatment, payment and operations; one that lets the support person be told; one for whoever
 * goes on with the client; and of those whom a court sent, one for the court.
 */
export function consents(clinic: Clinic, timeline: ClientTimeline): Recorded<Consent>[] {
  const { seed } = clinic;
  const { client, episodes } = timeline;
  const [{ placement, admittedAt }] = episodes;
  const { support, admission } = background(seed, client);
  const { zone } = placement.group.unit.site;
  const signed = admittedAt + 12 * 60_000;
  const atAdmission = {
    from: placement.startDay,
    to: placement.startDay + 364,
    policy: PART_2,
  };
  const all = [
    consent({
      ...atAdmission,
      key: 'tpo',
      at: signedAnd(signed, placement.startDay, revokesTreatmentConsent(seed, client)),
      category: 'IDSCL',
      purposes: PURPOSES,
      recipient: { reference: `Organization/${resourceId.provider}` },
    }),
  ];
  if (support?.consented)
    all.push(
      consent({
        ...atAdmission,
        key: 'support',
        at: signedAnd(signed, placement.startDay, support.revokedAfter),
        category: 'INFA',
        purposes: [],
        recipient: { reference: `RelatedPerson/${supportId(client)}` },
      }),
    );
  const court = admission.referralSource === SENT_BY_COURT ? consentToCourt(seed, client) : null;
  if (court)
    all.push(
      consent({
        ...atAdmission,
        key: 'court',
        at: signedAnd(signed, placement.startDay, court.revokedAfter),
        to: placement.startDay + court.lastsDays,
        category: 'INFA',
        purposes: [],
        policy: PART_2_COURT,
        recipient: toPlace(courtOf(seed, client)),
      }),
    );
  return [...all, ...episodes.flatMap((episode) => toNext(episode))];

  function toNext(episode: EpisodeTimeline): Recorded<Consent>[] {
    const next = aftercare(clinic, episode);
    const given = next && consentToNext(seed, client, episode.placement.ordinal);
    if (!next || !given) return [];
    const day = utcDay(next.orderedAt) + given.signedAfter;
    const at = signedAnd(localInstant(zone, day, 16 * 60 + 40), day, given.revokedAfter);
    return [
      consent({
        key: `next-${episode.placement.ordinal + 1}`,
        at,
        from: day,
        to: day + given.lastsDays,
        category: 'INFA',
        purposes: ['TREAT'],
        policy: PART_2,
        recipient: toPlace(nextPlace(next.provider)),
      }),
    ];
  }

  function signedAnd(at: number, day: number, revokedAfter: number | null): number[] {
    if (!revokedAfter) return [at];
    return [at, localInstant(zone, day + revokedAfter, 14 * 60 + 20)];
  }

  function consent({ key, at, from, to, category, purposes, policy, recipient }: Signed) {
    const id = resourceId.clinical('consent', client, key);
    const provision: ConsentProvision = {
      type: 'permit',
      period: { start: isoDate(from), end: isoDate(to) },
      ...(purposes.length > 0 && {
        purpose: purposes.map((code) => ({ system: ACT_REASON, code })),
      }),
      actor: [{ role: coded(PARTICIPATION, 'IRCP'), reference: recipient }],
    };
    const render = (version: number): Consent => ({
      resourceType: 'Consent',
      id,
      status: version === 2 ? 'inactive' : 'active',
      scope: coded(SCOPE, 'patient-privacy'),
      category: [coded(ACT_CODE, category)],
      patient: toClient(client),
      dateTime: localIso(zone, at[0]),
      organization: [{ reference: `Organization/${resourceId.provider}` }],
      policy: [{ uri: policy }],
      provision,
    });
    return { id, at, render };
  }
}

const toPlace = (place: OnwardPlace): Reference => ({
  reference: `Organization/${resourceId.onward(place)}`,
  display: place.name,
});

function coded(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] };
}
