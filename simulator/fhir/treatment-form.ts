import type { QuestionnaireResponseItem, QuestionnaireResponseItemAnswer } from 'fhir/r4';
import type { AdmissionAnswers, Background } from '../model/background/background.ts';
import { SUBSTANCES } from '../model/background/substance.ts';
import { DAY_MS } from '../model/calendar-day.ts';
import type { EpisodeTimeline } from '../model/client-timeline.ts';
import { endsAsPlanned, type DischargeReason } from '../model/course.ts';
import { Draws } from '../model/draws.ts';

/** TEDS and Colorado's names of what is asked at admission; answers are their codes. */
export function admissionItems(
  { admission, substances }: Background,
  { intake, placement }: EpisodeTimeline,
): QuestionnaireResponseItem[] {
  const waited = intake ? Math.round(placement.startDay - intake.assessment.day) : 0;
  const asked = intake
    ? Math.round((intake.assessment.start - intake.requestedAt) / DAY_MS) + waited
    : waited;
  return [
    item('REFERRAL_SOURCE', coded(admission.referralSource)),
    item('EMPLOYMENT_STATUS', coded(admission.employment)),
    item('LIVING_ARRANGEMENT', coded(admission.livingArrangement)),
    item('ARRESTS_PAST_30_DAYS', { valueInteger: admission.arrests }),
    item('SELF_HELP_ATTENDANCE', { valueBoolean: admission.selfHelp }),
    item('PRIOR_EPISODES', { valueInteger: admission.priorEpisodes }),
    item('DAYS_WAITING', { valueInteger: Math.max(0, asked) }),
    item('PRIMARY_SUBSTANCE', coded(SUBSTANCES[substances[0]].teds)),
    item('ROUTE_OF_USE', coded(admission.routeOfUse)),
    ...(admission.daysSinceDetox === null
      ? []
      : [item('DAYS_SINCE_DETOX', { valueInteger: admission.daysSinceDetox })]),
    item('TRANSPORT_NEEDED', { valueBoolean: admission.transportNeeded }),
    item('CHILDCARE_NEEDED', { valueBoolean: admission.childcareNeeded }),
    ...(admission.scheduleConstraint
      ? [item('SCHEDULE_CONSTRAINT', { valueString: admission.scheduleConstraint })]
      : []),
  ];
}

/** The same at discharge, somewhat better after a stay that ended as planned; and why it ended. */
export function dischargeItems(
  seed: number,
  { admission }: Background,
  { placement }: EpisodeTimeline,
  withReason: boolean,
): QuestionnaireResponseItem[] {
  const { client, ordinal, step } = placement;
  const draws = new Draws(seed, 'outcome', client, ordinal);
  const planned = endsAsPlanned(step.reason);
  const outcome = atDischarge(admission, planned, step.reason, draws);
  return [
    item('EMPLOYMENT_STATUS', coded(outcome.employment)),
    item('LIVING_ARRANGEMENT', coded(outcome.livingArrangement)),
    item('ARRESTS_PAST_30_DAYS', { valueInteger: outcome.arrests }),
    item('SELF_HELP_ATTENDANCE', { valueBoolean: outcome.selfHelp }),
    item('DISCHARGE_TYPE', { valueCoding: { code: DISCHARGE_TYPE[step.reason] ?? '03' } }),
    ...(withReason && !planned
      ? [item('END_OF_TREATMENT_REASON', coded(draws.pick(COLORADO_REASONS[step.reason])))]
      : []),
  ];
}

type Outcome = Pick<AdmissionAnswers, 'employment' | 'livingArrangement' | 'arrests' | 'selfHelp'>;

function atDischarge(
  before: AdmissionAnswers,
  planned: boolean,
  reason: DischargeReason,
  draws: Draws,
): Outcome {
  const foundWork = before.employment === 3 && draws.chance(planned ? 0.22 : 0.06);
  const foundHome = before.livingArrangement === 1 && draws.chance(planned ? 0.45 : 0.1);
  return {
    employment: foundWork ? draws.pick([1, 2]) : before.employment,
    livingArrangement: foundHome ? 2 : before.livingArrangement,
    arrests: reason === 'incarcerated' ? 1 : draws.chance(0.03) ? 1 : 0,
    selfHelp: draws.chance(planned ? 0.66 : before.selfHelp ? 0.5 : 0.2),
  };
}

/** Colorado's discharge types: 01 completed, 02 transferred. */
const DISCHARGE_TYPE: Partial<Record<DischargeReason, string>> = {
  completed: '01',
  transferred: '02',
};

/** Colorado's END_OF_TREATMENT_REASON by what TEDS calls it. */
const COLORADO_REASONS: Record<DischargeReason, readonly number[]> = {
  completed: [11],
  transferred: [11],
  'dropped-out': [2, 3],
  terminated: [1, 5],
  incarcerated: [9],
  died: [10],
  other: [4, 6, 7, 8, 11],
};

function item(linkId: string, answer: QuestionnaireResponseItemAnswer): QuestionnaireResponseItem {
  return { linkId, answer: [answer] };
}

function coded(code: number): QuestionnaireResponseItemAnswer {
  return { valueCoding: { code: String(code) } };
}
