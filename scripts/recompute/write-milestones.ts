import { randomUUID } from 'node:crypto';
import { episodeInSource } from './answered/episode-in-source.ts';
import type { SignedIn } from './answered/signed-in.ts';
import type { OwnMilestone } from './own-entries/own-entries.ts';
import { addDays } from './recount/site-calendar.ts';

interface Card {
  clientId: string;
  episodeId: string;
  stage: string;
  today: string;
  endedOn: string | null;
  milestones: { id: string; status: string }[];
}

type Said = Pick<OwnMilestone, 'milestone' | 'status' | 'destination'> & {
  /** After today; of those who left after discharge. */
  day: number;
};

const away = 'Seaside Counseling';
const said = (
  milestone: string,
  status: OwnMilestone['status'] = 'done',
  day = 0,
  destination: string | null = null,
): Said => ({ milestone, status, day, destination });

/** What is written of the first clients in care, each of another. */
const inCare: readonly (readonly Said[])[] = [
  [said('planning-started'), said('level-agreed'), said('planning-started', 'in-progress')],
  [said('referral-sent', 'declined')],
  [said('consent-signed'), said('referral-sent'), said('accepted', 'done', 0, away)],
  [said('referral-sent'), said('appointment-booked', 'done', 20, away)],
];

/** And of those who left. */
const left: readonly (readonly Said[])[] = [
  [said('appointment-booked', 'done', 4, away), said('first-kept', 'done', 4, away)],
  [said('appointment-booked', 'done', 2), said('first-kept', 'in-progress', 2)],
  [said('warm-hand-off'), said('summary-sent')],
  [said('appointment-booked', 'done', 20, away)],
  [said('referral-sent', 'not-applicable'), said('summary-sent', 'declined')],
  [said('medication', 'not-applicable'), said('first-kept', 'not-applicable')],
];

const told = ['accepted', 'appointment-booked', 'first-kept'];

/** A supervisor writes down how far some have come of whom the source says little. */
export async function writeMilestones(
  supervisor: SignedIn,
  now: () => Promise<number>,
): Promise<OwnMilestone[]> {
  const { cards } = await supervisor.get<{ cards: Card[] }>('/api/aftercare');
  const open = cards.filter(({ milestones }) =>
    milestones.every(({ id, status }) => id !== 'first-kept' || status !== 'done'),
  );
  const byLittle = (own: readonly Card[]) => own.toSorted((a, b) => doneOf(a) - doneOf(b));
  const written: OwnMilestone[] = [];
  for (const [of, what] of [
    [byLittle(open.filter(({ endedOn }) => endedOn === null)), inCare],
    [byLittle(open.filter(({ endedOn }) => endedOn !== null)), left],
  ] as const) {
    for (const [index, all] of what.entries()) {
      const card = of[index];
      const episode = card && (await episodeInSource(supervisor, card.episodeId));
      if (!card || !episode) continue;
      const seen = new Map<string, string>();
      for (const { milestone, status, day, destination } of all) {
        const id = randomUUID();
        const on = addDays(card.endedOn ?? card.today, day);
        const at = await now();
        await supervisor.post(`/api/clients/${card.clientId}/entries`, {
          ...{ id, seen: seen.get(milestone) ?? null, episodeId: card.episodeId },
          kind: 'aftercare-milestone',
          says: {
            ...{ milestone, status, on, destination, note: null },
            toldBy: told.includes(milestone) ? 'Kim at intake' : null,
          },
        });
        seen.set(milestone, id);
        written.push({ episode, at, milestone, status, on, destination });
      }
    }
  }
  return written;
}

const doneOf = ({ milestones }: Card): number =>
  milestones.filter(({ status }) => status === 'done').length;
