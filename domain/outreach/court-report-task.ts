import type { Day } from '../calendar/calendar-day.ts';
import { isDueSoon } from '../disclosures/court-reports-due.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { dueOnDay, type RuleTask } from './rule-task.ts';

/**
 * A report that is due, of a client in care or who has left: a court goes on asking. Closed by the report
 * itself, which is written down before it leaves.
 */
export function courtReportTask(
  report: {
    dutyId: string;
    clientId: string;
    to: string;
    dueOn: Day;
    today: Day;
    timeZone: string;
    ownerId: string | null;
  },
  rules: Pick<ProgramDefaults, 'courtReportDays'>,
): RuleTask | null {
  if (!isDueSoon(report, rules)) return null;
  const { dutyId, clientId, to, dueOn, timeZone, ownerId } = report;
  return {
    key: `court-report:${dutyId}:${dueOn}`,
    rule: 'court-report',
    clientId,
    what: 'Report due',
    evidence: to,
    ...dueOnDay(dueOn, timeZone),
    ...{ timeZone, ownerId, recordIds: [], sessionId: null },
  };
}
