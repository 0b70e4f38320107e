import type { Day } from '../calendar/calendar-day.ts';
import type { Says } from '../client-progress/client-entry.contract.ts';
import { INTERVAL_WORDS, type ReportInterval } from '../disclosures/report-duty.ts';
import { answerInWords } from '../episode/admission-questions.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { WrittenContentId } from './plan-content.ts';

/** Which answers at admission stand beside which content, in the words of their question. */
const ANSWERS: Readonly<Record<string, { content: WrittenContentId; asked: string }>> = {
  LIVING_ARRANGEMENT: { content: 'housing', asked: 'Living arrangement at admission' },
  SELF_HELP_ATTENDANCE: { content: 'mutual-help', asked: 'Mutual help, 30 days before admission' },
  EMPLOYMENT_STATUS: { content: 'employment', asked: 'Employment at admission' },
  ARRESTS_PAST_30_DAYS: { content: 'legal', asked: 'Arrests, 30 days before admission' },
  TRANSPORT_NEEDED: { content: 'transport', asked: 'Transport needed at admission' },
};

interface Recorded {
  answers: readonly { question: string; given: readonly string[]; on: Day; recordId: string }[];
  meetings: Says<'meetings'> | null;
  familySession: Says<'family-session'> | null;
  courts: readonly { to: string; every: ReportInterval; dueOn: Day | null }[];
}

/** What is known beside the contents of a plan: answers at admission, and what staff wrote elsewhere. */
export function besideContents({
  answers,
  meetings,
  familySession,
  courts,
}: Recorded): PlanFacts['beside'][number][] {
  return [
    ...answers.flatMap(({ question, given, on, recordId }) => {
      const asks = ANSWERS[question];
      const words = given.flatMap((one) => answerInWords(question, one) ?? []).join(', ');
      if (!asks || !words) return [];
      return [{ content: asks.content, words: `${asks.asked}: ${words}`, on, recordId }];
    }),
    ...(meetings
      ? [
          {
            content: 'mutual-help' as const,
            words: `Meetings of the week: community ${meetings.community ?? 'not asked'}, peer ${meetings.peer ?? 'not asked'}`,
            on: meetings.week,
            recordId: null,
          },
        ]
      : []),
    ...(familySession
      ? [
          {
            content: 'family' as const,
            words: 'Last family session',
            on: familySession.on,
            recordId: null,
          },
        ]
      : []),
    ...courts.map(({ to, every, dueOn }) => ({
      content: 'legal' as const,
      words: `Reports to ${to}, ${INTERVAL_WORDS[every]}${dueOn === null ? ', none due any more' : ', next due'}`,
      on: dueOn,
      recordId: null,
    })),
  ];
}
