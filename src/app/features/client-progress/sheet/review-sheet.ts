import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { Store } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { relationshipInWords } from '#domain/client-progress/relationship';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { ClientFacts } from '../client-facts';
import { clientFinding } from '../client-finding';
import { PAPER_WIDTH } from '../course/course';
import { courseAxis } from '../course/course-axis';
import { DaysOfLanes } from '../course/days-of-lanes';
import { dayWords } from '../course/measure-words';
import { StayLanes } from '../course/stay-lanes';
import { testCounts } from '../course/test-rows';
import { sessionsOfEpisode } from '../sessions-of-episode';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { measureRows } from './measure-rows';
import { achievementInWords } from '../plan/achievement-words';
import { dimensionsInWords } from './dimensions-in-words';
import { firstOf } from './first-of';
import { missesInWords } from './misses-in-words';

/** What one sheet has room for; how many more there are is said. */
const MOST_REASONS = 5;
const MOST_GOALS = 3;
const MOST_PEOPLE = 2;
const MOST_NOTES = 3;
const MOST_TESTS = 4;

/** What Letter, the shorter of the two, leaves between the page's head and its foot, in pixels. */
const ROOM = 840;

const STATES = { met: 'Met', 'not-met': 'Not met', 'not-enough-records': 'Not enough records' };

/** What a case review needs of one client, on one sheet. It is drawn for paper alone. */
@Component({
  selector: 'app-review-sheet',
  imports: [ClientFacts, DaysOfLanes, StayLanes],
  templateUrl: './review-sheet.html',
  styleUrl: './review-sheet.css',
})
export class ReviewSheet {
  readonly client = input.required<ClientProgress>();

  protected readonly states = STATES;
  protected readonly achievementInWords = achievementInWords;
  protected readonly axis = computed(() => courseAxis(this.client(), PAPER_WIDTH));
  protected readonly finding = computed(() => clientFinding(this.client()));
  protected readonly measures = computed(() => measureRows(this.client()));
  protected readonly reasons = computed(() =>
    firstOf(this.client().line?.flags ?? [], MOST_REASONS),
  );
  protected readonly goals = computed(() => firstOf(this.client().plan.goals, MOST_GOALS));
  /** Who they are is on the page: a sheet lies about. */
  protected readonly people = computed(() => {
    const { shown, more } = firstOf(this.client().background.supportPeople, MOST_PEOPLE);
    const said = shown.map(({ relationship, consent }) =>
      [
        relationship ? relationshipInWords(relationship) : 'a support person',
        consent ? 'consent' : 'no consent recorded',
      ].join(', '),
    );
    return [...said, ...(more ? [`+${more}`] : [])].join('; ') || 'nobody is recorded';
  });
  private readonly found = inject(Store).selectSignal(clientEntriesFeature.selectFound);
  protected readonly notes = computed(() => {
    const found = this.found();
    const notes = found?.entries.filter((entry) => entry.kind === 'case-note');
    return notes && firstOf(notes, MOST_NOTES);
  });
  protected readonly next = computed(() => {
    const next = this.client().plan.nextPhase;
    if (!next) return null;
    const title = next.number === null ? 'For discharge' : `For phase ${next.number}`;
    const met = next.criteria.filter(({ state }) => state === 'met').length;
    return { title, met, criteria: next.criteria };
  });
  protected readonly tests = computed(() => {
    const { specimens } = this.client();
    const { asked, valid, unexpected, others } = testCounts(specimens);
    if (asked === 0) return 'none asked for';
    const last = specimens
      .slice(-MOST_TESTS)
      .map(({ collectedOn, state, results }) => {
        const isUnexpected = results.some(({ expectation }) =>
          expectation?.startsWith('unexpected'),
        );
        const found = state === 'reported' ? (isUnexpected ? 'unexpected' : 'expected') : state;
        return `${calendarDay(collectedOn)} ${found}`;
      })
      .reverse();
    const counts = `${unexpected} of ${valid} valid unexpected${others ? `; ${others}` : ''}`;
    return `${counts}. Last: ${last.join(', ')}.`;
  });
  protected readonly medication = computed(() => {
    const { medication, asOf } = this.client();
    const { supplies, gaps, visits, naloxoneOn } = medication;
    const last = supplies.findLast(({ medication: kind }) => kind !== 'naloxone');
    const ends = last?.supplyEndsOn;
    const visit = visits.find(({ startsAt, status }) => startsAt > asOf && status === 'scheduled');
    return [
      last
        ? `${last.words}, ${ends ? `supply to ${dayWords(ends, asOf)}` : 'end unknown'}`
        : 'none recorded',
      ...(last ? [`${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'}`] : []),
      visit ? `prescriber ${dayWords(visit.startsAt.slice(0, 10), asOf)}` : 'no prescriber booked',
      naloxoneOn ? `naloxone ${dayWords(naloxoneOn, asOf)}` : 'naloxone not recorded',
    ].join('; ');
  });
  protected readonly dimensions = computed(() =>
    dimensionsInWords(this.client().plan.dimensions, this.client().asOf),
  );
  protected readonly aftercare = computed(() => {
    const { way, asOf } = this.client();
    const [last] = (way?.referrals ?? []).slice(-1);
    if (!last) return 'no referral sent';
    const { to, step, appointment } = last;
    const booked = appointment
      ? `appointment ${dayWords(appointment.on, asOf)}${appointment.outcome ? `, ${appointment.outcome}` : ''}`
      : 'no appointment';
    return `${to ?? 'recipient not recorded'}, ${step ?? 'sent'}; ${booked}`;
  });
  protected readonly curriculum = computed(() =>
    this.client()
      .plan.curriculum.filter(({ attended, planned }) => attended > 0 || planned !== null)
      .map(({ kind, attended, planned }) =>
        planned === null ? `${kind} ${attended}` : `${kind} ${attended} of ${planned}`,
      )
      .join(', '),
  );
  protected readonly misses = computed(() =>
    missesInWords(sessionsOfEpisode(this.client()), this.client().timeZone),
  );

  constructor() {
    const { nativeElement: sheet } = inject<ElementRef<HTMLElement>>(ElementRef);
    // Laid out beside the page first, as narrow as A4: what is higher than a sheet is set smaller.
    afterNextRender(() => {
      const height = sheet.offsetHeight;
      if (height > ROOM) sheet.style.zoom = `${ROOM / height}`;
    });
  }
}
