import type { Consent, ConsentProvision } from 'fhir/r4';
import { plainCodes } from './code.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface ConsentFacts {
  client: Ref;
  status: string;
  category: string | null;
  startsOn: string | null;
  endsOn: string | null;
  /** HL7 v3 ActReason: TREAT, HPAYMT, HOPERAT …; none where its rule names none. */
  purposes: string[];
  /** To those in the criminal justice system (42 CFR 2.35): its category, rule or policy cites the section. */
  criminalJustice: boolean;
  /** Whom it lets know, or keeps from knowing. */
  recipients: { party: Ref | null; name: string | null; permitted: boolean }[];
}

/** A consent to share information, or a refusal. Consents to treatment and research are not read. */
export function translateConsent(consent: Consent): Translation<ConsentFacts> {
  if (consent.status === 'entered-in-error') return ENTERED_IN_ERROR;
  const scopes = plainCodes([consent.scope]);
  if (!scopes.includes('patient-privacy')) return { setAside: 'Not about sharing information' };
  const client = refOf(consent.patient, 'Patient');
  if (!client) return heldBack('Names no client', 'the consent is not counted');
  const { period } = consent.provision ?? {};
  // Without a rule of its own a consent permits; an opt-out and its kin refuse.
  const permitted = !plainCodes([consent.policyRule]).some((code) => code.startsWith('OPTOUT'));
  return {
    use: {
      client,
      status: consent.status,
      category: plainCodes(consent.category ?? [])[0] ?? null,
      startsOn: wholeDay(period?.start) ?? wholeDay(consent.dateTime),
      endsOn: wholeDay(period?.end),
      purposes: (consent.provision?.purpose ?? []).flatMap(({ code }) => code ?? []),
      criminalJustice: citesCriminalJustice(consent),
      recipients: consent.provision ? recipientsOf(consent.provision, permitted) : [],
    },
  };
}

function recipientsOf(
  { type, actor, provision }: ConsentProvision,
  outer: boolean,
): ConsentFacts['recipients'] {
  const permitted = type ? type === 'permit' : outer;
  return [
    ...(actor ?? []).map(({ reference }) => ({
      party: refOf(reference),
      name: reference.display ?? null,
      permitted,
    })),
    ...(provision ?? []).flatMap((inner) => recipientsOf(inner, permitted)),
  ];
}

/** No code of HL7's tells it from another: systems write the section down, as an address or in words. */
const SECTION = /\b2\.35\b/;

const citesCriminalJustice = ({ category, policy, policyRule }: Consent): boolean =>
  [
    ...(policy ?? []).map(({ uri }) => uri),
    ...[...(category ?? []), ...(policyRule ? [policyRule] : [])].flatMap(({ text, coding }) => [
      text,
      ...(coding ?? []).flatMap(({ code, display }) => [code, display]),
    ]),
  ].some((words) => words !== undefined && SECTION.test(words));
