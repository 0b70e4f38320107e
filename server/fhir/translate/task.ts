import type { Task } from 'fhir/r4';
import { type ReferralStep, referralStep } from '#domain/aftercare/referral-step';
import { plainCodes, wordsOf } from './code.ts';
import { type Party, partyOf } from './party.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface ReferralTaskFacts {
  client: Ref;
  referral: Ref;
  status: string;
  /** `null` where its words name none of ours. */
  step: ReferralStep | null;
  words: string | null;
  owner: Party;
  startsOn: string | null;
  endsOn: string | null;
}

/** How a referral fares. Other tasks are not read. */
export function translateTask(task: Task): Translation<ReferralTaskFacts> {
  if (task.status === 'entered-in-error') return ENTERED_IN_ERROR;
  if (task.status === 'draft') return { setAside: 'Not sent' };
  const referral =
    refOf(task.focus, 'ServiceRequest') ??
    (task.basedOn ?? []).map((based) => refOf(based, 'ServiceRequest')).find(Boolean);
  if (!referral) return { setAside: 'About no referral' };
  const client = refOf(task.for, 'Patient');
  if (!client) return heldBack('Names no client', 'the referral is not followed');
  const { businessStatus } = task;
  const steps = [...plainCodes([businessStatus]), wordsOf(businessStatus) ?? ''].map(referralStep);
  return {
    use: {
      client,
      referral,
      status: task.status,
      step: steps.find((step) => step !== null) ?? null,
      words: wordsOf(businessStatus),
      owner: partyOf(task.owner),
      startsOn: wholeDay(task.executionPeriod?.start) ?? wholeDay(task.authoredOn),
      endsOn: wholeDay(task.executionPeriod?.end),
    },
  };
}
