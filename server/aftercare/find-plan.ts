import type { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import { besideContents } from '#domain/aftercare/beside-contents';
import { planContents } from '#domain/aftercare/plan-contents';
import type { PlanRecipient } from '#domain/aftercare/plan-facts';
import type { CourtReport, Recipient } from '#domain/disclosures/disclosure.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { momentOf } from '../disclosures/client-moment.ts';
import { findConsents } from '../disclosures/consents.queries.ts';
import { courtReports, findCourtDuties } from '../disclosures/court-reports.queries.ts';
import { findHandOff } from '../disclosures/hand-off.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import { findAftercareOf } from './find-aftercare.ts';
import { findPlanRecords } from './plan-records.queries.ts';

/** What is planned for a client after the last stay; `null` of whom the board has no card. */
export async function findPlan(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  asOf: Date,
): Promise<AftercarePlan['plan']> {
  const found = await findAftercareOf(scoped, reader, asOf, clientId);
  if (!found) return null;
  const { card, gaps, programId } = found;
  const { organizationId } = reader;
  const { episodeId, today, timeZone, milestones, destination, appointmentOn } = card;
  const records = await findPlanRecords(scoped, organizationId, card, asOf);
  const moment = await momentOf(scoped, organizationId, clientId, asOf);
  const consents = await findConsents(scoped, organizationId, clientId, moment.timeZone);
  const { recipients, contactRules } = await findHandOff(scoped, reader, moment, consents);
  const courts = courtReports(
    await findCourtDuties(scoped, organizationId, moment),
    consents,
    moment,
  ).filter(({ dueOn }) => dueOn !== null);
  const rules = await rulesOf(scoped, organizationId);
  const contents = planContents(
    {
      ...{ today, milestones, destination, appointmentOn, gaps, contactRules },
      naloxone: records.naloxone,
      wordings: records.wordings ?? [],
      entries: records.entries ?? [],
      beside: besideContents({ ...records, answers: records.answers ?? [], courts }),
      recipients: [
        ...recipients.filter(({ isDestination }) => isDestination).map(ofRecipient),
        ...courts.map((court) => ofRecipient({ ...court, name: court.to })),
      ],
    },
    rules.on(today, programId),
  );
  return { episodeId, timeZone, today, contents };
}

const ofRecipient = ({
  name,
  consent,
  refusal,
}: Pick<Recipient | CourtReport, 'consent' | 'refusal'> & { name: string }): PlanRecipient => ({
  name,
  isCovered: consent !== null,
  until: consent?.endsOn ?? null,
  recordId: consent?.recordId ?? null,
  because: refusal?.words ?? null,
});
