import { engagedFrom, type WeekInCare, weeksInCare } from '../dose-values.ts';
import { admittedStatuses, type KnownEpisode } from '../known-episode.ts';
import { payerOn, payerRulesOn } from '../payer-rules.ts';
import { addDays, mondayOf } from '../site-calendar.ts';
import { attended, inCareNow, type Tally, type TalliedFacts, tallyOf } from './tally.ts';

/** Who was there, booked or not. */
const present = [...attended, 'walk-in'];

export const isEngaged = ({ prescribed, recorded, assumed }: WeekInCare): boolean =>
  (prescribed ?? 0) > 0 && (recorded + assumed) / (prescribed ?? 0) >= engagedFrom;

export function weeks(
  take: (week: WeekInCare) => { counted: number; of: number } | null,
): (facts: TalliedFacts) => Tally[] {
  return (facts) =>
    weeksOver(facts, facts.period.from).map((week) => {
      const { client, monday } = week;
      return { client, monday, ...(take(week) ?? { counted: 0, of: 0, excluded: 1 }) };
    });
}

function weeksOver(facts: TalliedFacts, from: string, only?: KnownEpisode): WeekInCare[] {
  const { records, today, sessions } = facts;
  const to = addDays(mondayOf(today), -1);
  return facts.episodes
    .filter(({ status }) => admittedStatuses.includes(status))
    .filter((episode) => only === undefined || episode === only)
    .flatMap((episode) =>
      weeksInCare(
        episode,
        sessions.filter((session) => session.episode === episode),
        { period: { from, to }, today, records },
      ),
    );
}

/** Full weeks in a row, up to the last, in which four fifths of the hours were kept. */
export function streaks(facts: TalliedFacts): Tally[] {
  return inCareNow(facts).flatMap((episode) => {
    const own = weeksOver(facts, '2000-01-03', episode);
    if (own.length === 0) return [];
    const broken = own.findLastIndex((week) => !isEngaged(week));
    return [tallyOf(episode, facts, own.length - 1 - broken)];
  });
}

/** Days with as many recorded minutes as the payer asks. */
export function payerDays({ sessions, period, records, payerRules }: TalliedFacts): Tally[] {
  const coverages = Map.groupBy(records.all('Coverage'), ({ beneficiary }) =>
    records.client(beneficiary.reference),
  );
  const here = sessions.filter(
    ({ status, day }) => present.includes(status) && period.from <= day && day <= period.to,
  );
  const days = Map.groupBy(here, ({ client, day }) => `${client} ${day}`);
  return [...days.values()].map((own) => {
    const minutes = own.reduce((sum, { recordedMinutes }) => sum + (recordedMinutes ?? 0), 0);
    const [{ client = '', monday = '', day = '' } = {}] = own;
    const payer = payerOn(coverages.get(client) ?? [], day);
    const { payerDayMinutes } = payerRulesOn(payerRules, payer, day);
    return { client, monday, counted: Number(minutes >= payerDayMinutes), of: 1 };
  });
}
