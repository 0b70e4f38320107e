import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay, weekday } from './calendar-day.ts';
import { Census } from './census.ts';
import { buildClinic } from './clinic.ts';
import type { EpisodeTimeline } from './client-timeline.ts';
import type { ScenarioName } from './scenario.ts';
import { timeline } from './timeline.ts';

const LAST_DAY = calendarDay('2026-11-16');

function episodesOf(name: ScenarioName): EpisodeTimeline[] {
  const clinic = buildClinic(1, 100, name);
  const census = new Census(clinic);
  census.extendTo(LAST_DAY);
  return Array.from({ length: census.clientCount }, (_, client) => census.placementsOf(client))
    .filter(({ length }) => length > 0)
    .flatMap((own) => timeline(clinic, own).episodes);
}

/** Of those admitted to intensive outpatient treatment, how many were still there on day 30. */
function retained(episodes: EpisodeTimeline[], where: (one: EpisodeTimeline) => boolean): number {
  const admitted = episodes.filter(
    (one) => one.placement.step.level === '2.1' && one.placement.startDay < LAST_DAY - 30,
  );
  const there = admitted.filter(where);
  return there.filter(({ placement }) => placement.step.stayDays >= 30).length / there.length;
}

const isEvening = ({ placement }: EpisodeTimeline) => placement.group.unit.track === 'evening';
const isDay = (one: EpisodeTimeline) => !isEvening(one);

/** Kept sessions of all that were kept or missed. */
function shown(episodes: EpisodeTimeline[], on: (day: number) => boolean): number {
  const last = episodes
    .flatMap(({ sessions }) => sessions)
    .filter(({ day }) => on(day))
    .map(({ changes }) => changes[changes.length - 1].status);
  const kept = last.filter((status) => status === 'fulfilled').length;
  return kept / (kept + last.filter((status) => status === 'noshow').length);
}

function unrecorded(episodes: EpisodeTimeline[], site: number): number {
  const recent = episodes
    .filter(({ placement }) => placement.group.unit.site.index === site)
    .flatMap(({ sessions }) => sessions)
    .filter(({ day }) => day >= calendarDay('2026-10-05') && day < LAST_DAY - 7);
  return recent.filter(({ changes }) => changes.length === 1).length / recent.length;
}

test('the evening track retains worse only where that is planted', () => {
  const planted = episodesOf('one-track-retains-worse');
  assert.ok(retained(planted, isDay) - retained(planted, isEvening) > 0.15);
  const usual = episodesOf('as-usual');
  assert.ok(Math.abs(retained(usual, isDay) - retained(usual, isEvening)) < 0.1);
});

test('one site stops recording, the others go on', () => {
  const planted = episodesOf('one-site-stops-recording');
  assert.ok(unrecorded(planted, 2) > 0.4, `${unrecorded(planted, 2)}`);
  assert.ok(unrecorded(planted, 0) < 0.08, `${unrecorded(planted, 0)}`);
});

test('one group loses people from a day on', () => {
  const planted = episodesOf('one-group-loses-people');
  const since = (one: EpisodeTimeline) => one.placement.startDay >= calendarDay('2026-05-04');
  const inGroup = (one: EpisodeTimeline) => one.placement.group.index === 3;
  const losing = retained(planted, (one) => since(one) && inGroup(one));
  const others = retained(planted, (one) => since(one) && !inGroup(one));
  assert.ok(others - losing > 0.2, `${losing} against ${others}`);
});

test('where nothing differs, a Friday is like any other day; usually it is not', () => {
  const friday = (day: number) => weekday(day) === 4;
  const difference = (episodes: EpisodeTimeline[]) =>
    shown(episodes, (day) => !friday(day)) - shown(episodes, friday);
  assert.ok(Math.abs(difference(episodesOf('nothing-differs'))) < 0.015);
  assert.ok(difference(episodesOf('as-usual')) > 0.02);
});
