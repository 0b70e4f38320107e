import type { ClinicRecords } from '../../source/clinic-records.ts';
import { levelOf } from '../episode-values.ts';
import { goesOn, handedOverAt } from '../flags/stay-flags.ts';
import { reliable } from '../flags/score-flags.ts';
import { unexpectedIn } from '../flags/test-flags.ts';
import { planAsWritten } from '../plan-as-written.ts';
import { phasesOf } from '../prescribed-minutes.ts';
import { addDays, dayAt } from '../site-calendar.ts';
import { countInWords, type NewsFacts, type NewsItem } from './news.ts';

const daysBack = 30;

/** Who is new, who moved on, what was measured and tested. */
export function recordNews(facts: NewsFacts, records: ClinicRecords): NewsItem[] {
  return [
    ...assigned(facts, records),
    ...moved(facts, records),
    ...scores(facts, records),
    ...tests(facts, records),
  ];
}

function assigned(facts: NewsFacts, records: ClinicRecords): NewsItem[] {
  const { episode, record, since, asOf } = facts;
  const handedOver = handedOverAt(episode, records, since, asOf) !== null;
  if (!handedOver && (!isAdmittedSince(facts, records) || goesOn(episode, record.episodes)))
    return [];
  const detail = handedOver ? 'handed over' : 'admitted';
  return [{ kind: 'assigned', count: 1, detail, noted: { 'handed over': Number(handedOver) } }];
}

/** A day has no hour: on the day itself it counts if the record was made after the moment. */
function isAdmittedSince({ episode, since, timeZone }: NewsFacts, records: ClinicRecords): boolean {
  const [admitted, sinceDay] = [episode.period?.start ?? '', dayAt(since, timeZone)];
  const knownAt = records.knownAt(`EpisodeOfCare/${episode.id}`);
  return admitted > sinceDay || (admitted === sinceDay && knownAt < Infinity && knownAt > since);
}

function moved(facts: NewsFacts, records: ClinicRecords): NewsItem[] {
  const { episode, record, plans, plansWritten, since, asOf, timeZone } = facts;
  const admitted = episode.period?.start ?? '';
  const before = record.episodes
    .filter((one) => one !== episode)
    .filter(({ period }) => {
      const end = period?.end ?? '';
      return addDays(admitted, -7) <= end && end <= addDays(admitted, 1);
    })
    .sort((a, b) => ((a.period?.end ?? '') < (b.period?.end ?? '') ? -1 : 1))
    .at(-1);
  const [from, to] = [before ? levelOf(before).level : null, levelOf(episode).level];
  if (isAdmittedSince(facts, records) && from !== null && to !== null && from !== to)
    return [{ kind: 'moved', count: 1, detail: `level ${from} to ${to}`, noted: {} }];

  const begun = plans
    .filter(({ period }) => (period?.start ?? '') >= admitted)
    .flatMap((plan) =>
      phasesOf(planAsWritten(plan, plansWritten) ?? plan).map((phase, index) => ({
        number: index + 1,
        cancelled: phase.detail?.status === 'cancelled',
        on: phase.detail?.scheduledTiming?.repeat?.boundsPeriod?.start ?? '',
      })),
    )
    .filter(({ number, cancelled }) => number > 1 && !cancelled)
    .filter(({ on }) => dayAt(since, timeZone) < on && on <= dayAt(asOf, timeZone))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  if (!begun) return [];
  const detail = `phase ${begun.number - 1} to ${begun.number}`;
  return [{ kind: 'moved', count: 1, detail, noted: {} }];
}

function scores({ episode, record, since, asOf, timeZone }: NewsFacts, records: ClinicRecords) {
  const ofEpisode = record.scores
    .filter(({ day }) => (episode.period?.start ?? '') <= day && day <= dayAt(asOf, timeZone))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const news = ofEpisode.filter(
    (score) =>
      score.day > addDays(dayAt(since, timeZone), -daysBack) &&
      score.records.some((one) => isWithin(records.knownAt(one), since, asOf)),
  );
  if (news.length === 0) return [];
  const changes = news.map((score) => {
    const before = ofEpisode.findLast(
      ({ form, day, total }) => form === score.form && day < score.day && total !== null,
    );
    const points = reliable[score.form.id];
    if (points === undefined || score.total === null || !before) return 0;
    const change = score.total - (before.total ?? 0);
    return Math.abs(change) >= points ? Math.sign(change) : 0;
  });
  const noted = {
    worse: changes.filter((change) => change > 0).length,
    better: changes.filter((change) => change < 0).length,
  };
  return [{ kind: 'scores', count: news.length, detail: countInWords(news.length), noted }];
}

function tests({ record, since, asOf, timeZone }: NewsFacts, records: ClinicRecords) {
  const news = record.specimens
    .filter(({ day }) => day >= addDays(dayAt(since, timeZone), -daysBack))
    .filter(({ day }) => day <= dayAt(asOf, timeZone))
    .filter(({ parts }) =>
      parts.some(({ id }) => isWithin(records.knownAt(`Observation/${id}`), since, asOf)),
    );
  if (news.length === 0) return [];
  const unexpected = news.filter(({ meanings }) => unexpectedIn(meanings) > 0).length;
  const detail = unexpected > 0 ? 'unexpected' : '';
  return [{ kind: 'tests', count: news.length, detail, noted: { unexpected } }];
}

const isWithin = (at: number, since: number, asOf: number): boolean => at > since && at <= asOf;
