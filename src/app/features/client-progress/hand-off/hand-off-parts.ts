import { localTime } from '#domain/calendar/calendar-day';
import { CONTENT_WORDS, type PlanContentId } from '#domain/aftercare/plan-content';
import type { PlanContent } from '#domain/aftercare/plan-content.contract';
import { isCrisisPlan } from '#domain/aftercare/plan-in-record';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { relationshipInWords } from '#domain/client-progress/relationship';
import { confirmedTests } from '#domain/disclosures/confirmed-tests';
import type { ClientDisclosures } from '#domain/disclosures/disclosure.contract';
import { levelInWords } from '#domain/episode/level-in-words';
import { FULL_NAMES } from '#domain/instruments/full-names';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument } from '#domain/instruments/instruments';
import { CHANNEL_WORDS, PERMITTED_WORDS } from '#domain/outreach/contact-words';
import type { Channel } from '#domain/outreach/contact-rules';
import { calendarDate } from '../../../ui/clinic-time/clinic-time';
import { scoreWords } from '../course/measure-words';
import type { LedgerPart, LedgerRow } from '../disclosures/ledger';
import { testRows } from '../disclosures/tests-in-words';
import { achievementInWords } from '../plan/achievement-words';
import { firstAppointment } from './first-appointment';
import { medicationRows } from './medication-rows';

type HandOff = ClientDisclosures['handOff'];

/** What whoever treats next has to know, in the order in which they need it; what is not recorded says so. */
export function handOffParts(
  client: ClientProgress,
  handOff: HandOff,
  recipient: string,
  initialsOnly: boolean,
): LedgerPart[] {
  const today = localTime(Date.parse(client.asOf), client.timeZone).day;
  const first = firstAppointment(client.way, handOff.steps, recipient);
  return [
    { title: 'What comes next', rows: nextRows(client, first) },
    { title: 'Diagnosis and level of care', rows: careRows(client) },
    {
      title: 'Medication',
      rows: medicationRows(client.medication, first?.on ?? null, today, byHand('naloxone')),
    },
    { title: 'Last scores', rows: scoreRows(client) },
    {
      title: 'Urine drug tests of this stay, confirmed by a laboratory',
      rows: lastTestRows(client, today),
    },
    { title: 'Goals, in the client’s words', rows: goalRows(client) },
    { title: 'How to reach the client', rows: contactRows(client, handOff, initialsOnly) },
    { title: 'Crisis plan', rows: crisisRows(client, byHand('crisis-plan')) },
    { title: 'Plan for the time after', rows: planRows(handOff.plan) },
  ];

  function byHand(id: PlanContentId): LedgerRow | null {
    const found = handOff.plan.find((content) => content.id === id && content.recordId === null);
    return found ? planRow(found) : null;
  }
}

const none = (name: string, value = 'not recorded'): LedgerRow => ({
  ...{ name, value, on: '', missing: true },
});
const dated = (name: string, value: string, day: string | null): LedgerRow => ({
  ...{ name, value, on: day ? calendarDate(day) : '' },
});

function nextRows(
  { way }: ClientProgress,
  first: ReturnType<typeof firstAppointment>,
): LedgerRow[] {
  if (!way) return [none('First appointment')];
  const end = way.endedOn
    ? dated('Left this program', way.endReason ?? 'reason not recorded', way.endedOn)
    : way.plannedEnd
      ? dated('Planned discharge', 'from this program', way.plannedEnd)
      : none('Planned discharge');
  return [
    first ? dated('First appointment', first.words, first.on) : none('First appointment'),
    dated('Admitted here', 'to this stay', way.admittedOn),
    end,
  ];
}

function careRows({ way, line, background, episodes }: ClientProgress): LedgerRow[] {
  const own = background.diagnoses.filter(
    ({ kind }) => kind === 'substance-use' || kind === 'co-occurring',
  );
  const level = line?.level ?? episodes[0]?.level ?? null;
  const since = way?.levels.at(-1)?.from ?? null;
  return [
    ...own.map(({ code, words, inRemission }) => ({
      name: 'Diagnosis',
      value: [words, code && `diagnosis code ${code} (ICD-10-CM)`, inRemission && 'in remission']
        .filter(Boolean)
        .join(', '),
      on: 'stands today',
    })),
    ...(own.length === 0 ? [none('Diagnosis')] : []),
    level ? dated('Level of care', levelInWords(level), since) : none('Level of care'),
  ];
}

function scoreRows({ measures }: ClientProgress): LedgerRow[] {
  const rows = measures.flatMap(({ instrument: id, scores }) => {
    const last = scores.at(-1);
    if (!last) return [];
    const measure = instrument(id as InstrumentId);
    const of =
      measure.total && last.total !== null
        ? ` (scale ${measure.total.min} to ${measure.total.max})`
        : '';
    return [
      dated(
        FULL_NAMES[measure.id],
        `${scoreWords(measure, last)
          .replaceAll(', at its cut', ' (at or beyond its cut-off)')
          .replace(/^none risk$/, 'no risk found')}${of}`,
        last.day,
      ),
    ];
  });
  return rows.length > 0 ? rows : [none('Scores')];
}

/** So that a long stay still fits its sheets. */
const MOST_TESTS = 5;

function lastTestRows({ specimens, way }: ClientProgress, today: string): LedgerRow[] {
  const { tests, leftOut } = confirmedTests(specimens, way?.admittedOn ?? null, today);
  const earlier = tests.slice(0, -MOST_TESTS);
  const found = earlier.filter(({ results }) => results.some(({ detected }) => detected)).length;
  const rows = testRows({ tests: tests.slice(-MOST_TESTS), leftOut });
  return earlier.length === 0
    ? rows
    : [
        {
          ...{ name: 'Before these', on: '' },
          value: `${earlier.length} specimens with confirmed results, something detected in ${found}`,
        },
        ...rows,
      ];
}

function goalRows({ plan }: ClientProgress): LedgerRow[] {
  const rows = plan.goals.map(({ words, achievement, startedOn, course }) =>
    dated(`Goal, ${achievementInWords(achievement)}`, `“${words}”`, course.at(-1)?.on ?? startedOn),
  );
  return rows.length > 0 ? rows : [none('Goals')];
}

function contactRows(
  { background }: ClientProgress,
  { phones, contactRules }: HandOff,
  initialsOnly: boolean,
): LedgerRow[] {
  const { language, interpreterRequired, supportPeople } = background;
  const told = supportPeople.filter(({ consent }) => consent !== null);
  const said = contactRules && {
    ways: (Object.keys(CHANNEL_WORDS) as Channel[])
      .map(
        (channel) =>
          `${CHANNEL_WORDS[channel].toLowerCase()} ${PERMITTED_WORDS[contactRules[channel]]}`,
      )
      .join(', '),
    names: `saying which program calls: ${PERMITTED_WORDS[contactRules.namesProgram]}`,
  };
  return [
    phones.length > 0 && !initialsOnly
      ? dated('Telephone', phones.join('; '), null)
      : none('Telephone'),
    said && contactRules
      ? dated(
          'May be contacted by',
          `${said.ways}; ${said.names}`,
          contactRules.madeAt.slice(0, 10),
        )
      : none('May be contacted by'),
    language || interpreterRequired
      ? dated(
          'Language',
          [language ?? 'language not recorded', interpreterRequired && 'interpreter needed']
            .filter(Boolean)
            .join(', '),
          null,
        )
      : none('Language'),
    ...told.map(({ givenName, familyName, relationship, consent }) =>
      dated(
        'Stands by the client',
        `${initialsOnly ? 'somebody' : `${givenName} ${familyName}`}${relationship ? `, ${relationshipInWords(relationship)}` : ''}; may be told${
          consent?.until ? ` to ${calendarDate(consent.until)}` : ''
        } under the client’s consent`,
        null,
      ),
    ),
    ...(told.length === 0
      ? [none('Stands by the client', 'nobody of whom a consent in force is recorded')]
      : []),
  ];
}

function crisisRows({ background, plan }: ClientProgress, byHand: LedgerRow | null): LedgerRow[] {
  const rows = [
    ...background.notices
      .filter(({ words }) => isCrisisPlan(words))
      .map(({ words, since }) => dated('Crisis plan', words, since)),
    ...plan.goals
      .filter(({ words }) => isCrisisPlan(words))
      .map(({ words, startedOn }) => dated('Crisis plan', words, startedOn)),
    ...(byHand ? [byHand] : []),
  ];
  return rows.length > 0 ? rows : [none('Crisis plan')];
}

/** They have a part of their own on the sheet. */
const ELSEWHERE: ReadonlySet<PlanContentId> = new Set<PlanContentId>(['naloxone', 'crisis-plan']);

/** What staff and client arranged; what the record has is told with the record. */
function planRows(plan: readonly PlanContent[]): LedgerRow[] {
  const rows = plan
    .filter(({ id, recordId }) => recordId === null && !ELSEWHERE.has(id))
    .map(planRow);
  return rows.length > 0 ? rows : [none('Plan for the time after')];
}

function planRow({ id, status, words, note, on }: PlanContent): LedgerRow {
  const how = status === 'done' ? 'arranged' : 'being arranged';
  return dated(CONTENT_WORDS[id], [how, words, note].filter(Boolean).join(', '), on);
}
