import type { CodeableConcept, Consent, ConsentProvision, Reference } from 'fhir/r4';
import { background } from '../model/background/background.ts';
import { isoDate } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { Draws } from '../model/draws.ts';
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
const PURPOSES = ['TREAT', 'HPAYMT', 'HOPERAT'].map((code) => ({ system: ACT_REASON, code }));

/** Days after admission on which a client took the consent for treatment, payment and operations back; most never do. */
function revokesTreatmentConsent(seed: number, client: number): number | null {
  const draws = new Draws(seed, 'tpo', client);
  return draws.chance(0.05) ? draws.whole(3, 40) : null;
}

/** One for treatment, payment and operations; one that lets the support person be told. */
export function consents(
  { seed }: Clinic,
  { client, episodes }: ClientTimeline,
): Recorded<Consent>[] {
  const [{ placement, admittedAt }] = episodes;
  const { support } = background(seed, client);
  const { zone } = placement.group.unit.site;
  const signed = admittedAt + 12 * 60_000;
  const revokedAfter = revokesTreatmentConsent(seed, client);
  const all = [consent(client, 'tpo', signedAnd(revokedAfter), null)];
  if (support?.consented) {
    const supporter = { reference: `RelatedPerson/${supportId(client)}` };
    all.push(consent(client, 'support', signedAnd(support.revokedAfter), supporter));
  }
  return all;

  function signedAnd(revokedAfter: number | null): number[] {
    if (!revokedAfter) return [signed];
    return [signed, localInstant(zone, placement.startDay + revokedAfter, 14 * 60 + 20)];
  }

  function consent(
    patient: number,
    key: string,
    at: number[],
    recipient: Reference | null,
  ): Recorded<Consent> {
    const id = resourceId.clinical('consent', patient, key);
    const provision: ConsentProvision = {
      type: 'permit',
      period: { start: isoDate(placement.startDay), end: isoDate(placement.startDay + 364) },
      ...(recipient ? {} : { purpose: PURPOSES }),
      actor: [
        {
          role: coded(PARTICIPATION, 'IRCP'),
          reference: recipient ?? { reference: `Organization/${resourceId.provider}` },
        },
      ],
    };
    return {
      id,
      at,
      render: (version) => ({
        resourceType: 'Consent',
        id,
        status: version === 2 ? 'inactive' : 'active',
        scope: coded(SCOPE, 'patient-privacy'),
        category: [coded(ACT_CODE, recipient ? 'INFA' : 'IDSCL')],
        patient: toClient(patient),
        dateTime: localIso(zone, signed),
        organization: [{ reference: `Organization/${resourceId.provider}` }],
        policy: [{ uri: PART_2 }],
        provision,
      }),
    };
  }
}

function coded(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] };
}
