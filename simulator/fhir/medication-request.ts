import type { CodeableConcept, MedicationRequest } from 'fhir/r4';
import { background } from '../model/background/background.ts';
import { isoDate } from '../model/calendar-day.ts';
import {
  goesOnElsewhere,
  medicationOf,
  supplies,
  type Medication,
  type Supply,
} from '../model/care/medication.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { Draws } from '../model/draws.ts';
import { localInstant, localIso } from '../model/local-time.ts';
import type { Recorded } from './recorded.ts';
import { toClient, toStaff } from './reference.ts';
import { resourceId } from './resource-id.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

const MEDICATIONS: Record<
  Medication | 'naloxone',
  { code: string; display: string; dosage: string }
> = {
  buprenorphine: {
    code: '1010604',
    display: 'buprenorphine 8 MG / naloxone 2 MG Sublingual Film',
    dosage: 'Two films under the tongue once daily',
  },
  methadone: {
    code: '991149',
    display: 'methadone hydrochloride 10 MG/ML Oral Solution [Methadose]',
    dosage: '80 mg by mouth once daily, dispensed by the opioid treatment program',
  },
  naltrexone: {
    code: '1483744',
    display: 'naltrexone hydrochloride 50 MG Oral Tablet',
    dosage: 'One tablet by mouth once daily',
  },
  'naltrexone-xr': {
    code: '637213',
    display: 'naltrexone 380 MG Injection',
    dosage: '380 mg into the gluteal muscle every four weeks',
  },
  acamprosate: {
    code: '835726',
    display: 'acamprosate calcium 333 MG Delayed Release Oral Tablet',
    dosage: 'Two tablets by mouth three times daily',
  },
  naloxone: {
    code: '1725059',
    display: 'naloxone hydrochloride 40 MG/ML Nasal Spray',
    dosage: 'One spray into one nostril for suspected overdose; call 911',
  },
};

const GETS_NALOXONE = { opioid: 0.72, other: 0.22 };
const STAY_SUPPLY = { days: 730 };

export function medicationRequests(
  clinic: Clinic,
  { client, episodes }: ClientTimeline,
): Recorded<MedicationRequest>[] {
  const who = background(clinic.seed, client);
  const medication = medicationOf(clinic.seed, client, who);
  return episodes.flatMap((episode) => {
    const { placement, dischargedAt } = episode;
    const all = medication ? supplies(clinic.seed, placement, medication) : [];
    const written = all.map((supply, at) => {
      const key = `${placement.ordinal + 1}-${at + 1}`;
      const over = closedAt(clinic, episode, supply, all[at + 1]);
      const diesFirst = placement.step.reason === 'died' && over === null;
      return recorded(clinic, episode, key, supply, diesFirst ? dischargedAt : over);
    });
    const draws = new Draws(clinic.seed, 'naloxone', client, placement.ordinal);
    const share = who.opioidUse ? GETS_NALOXONE.opioid : GETS_NALOXONE.other;
    if (placement.step.entry === 'step-down' || !draws.chance(share)) return written;
    const firstDay = placement.startDay + draws.whole(0, 6);
    const kit = { medication: 'naloxone' as const, firstDay, ...STAY_SUPPLY };
    return [...written, recorded(clinic, episode, `${placement.ordinal + 1}-kit`, kit, null)];
  });
}

/** When a prescription is closed: as the next is written, or when it runs out and somebody else goes on. */
function closedAt(
  { seed }: Clinic,
  episode: EpisodeTimeline,
  { firstDay, days }: Supply,
  next: Supply | undefined,
): number | null {
  if (next) return morning(episode, next.firstDay);
  const { endDay, step } = episode.placement;
  const coversTheEnd = firstDay + days > endDay && step.reason !== 'died';
  return coversTheEnd && goesOnElsewhere(seed, episode.placement)
    ? morning(episode, firstDay + days)
    : null;
}

function morning({ placement }: EpisodeTimeline, day: number): number {
  return localInstant(placement.group.unit.site.zone, day, 8 * 60 + 30);
}

function recorded(
  clinic: Clinic,
  episode: EpisodeTimeline,
  key: string,
  supply: Omit<Supply, 'medication'> & { medication: Medication | 'naloxone' },
  overAt: number | null,
): Recorded<MedicationRequest> {
  const { client, group } = episode.placement;
  const id = resourceId.clinical('rx', client, key);
  const authored = Math.max(morning(episode, supply.firstDay), episode.admittedAt);
  const at = overAt && overAt > authored ? [authored, overAt] : [authored];
  const { dosage, ...drug } = MEDICATIONS[supply.medication];
  const { firstDay, days } = supply;
  return {
    id,
    at,
    render: (version) => ({
      resourceType: 'MedicationRequest',
      id,
      status: version === 2 ? 'completed' : 'active',
      intent: 'order',
      medicationCodeableConcept: rxNorm(drug),
      subject: toClient(client),
      authoredOn: localIso(group.unit.site.zone, authored),
      requester: toStaff(clinic.prescribers[group.unit.site.index]),
      dosageInstruction: [{ text: dosage }],
      dispenseRequest: {
        validityPeriod: { start: isoDate(firstDay), end: isoDate(firstDay + days - 1) },
        expectedSupplyDuration: {
          value: days,
          unit: 'days',
          system: 'http://unitsofmeasure.org',
          code: 'd',
        },
      },
    }),
  };
}

function rxNorm({ code, display }: { code: string; display: string }): CodeableConcept {
  return { coding: [{ system: RXNORM, code, display }], text: display };
}
