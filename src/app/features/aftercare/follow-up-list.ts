import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { Store } from '@ngrx/store';
import type { FollowUpLine, FollowUpQuery } from '#domain/aftercare/follow-up.contract';
import {
  FOLLOW_UP_GROUPS,
  type FollowUpGroup,
  followUpGroup,
} from '#domain/aftercare/follow-up-order';
import { ClientName } from '../../ui/client-name/client-name';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { dayWords } from './aftercare-words';
import { FollowUpMark } from './follow-up-mark';
import { FollowUpRates } from './follow-up-rates';
import {
  channelWords,
  courseWords,
  followUpFinding,
  GROUP_WORDS,
  statusWordsOf,
  triesWords,
} from './follow-up-sentences';
import { FollowUpPageActions } from './state/follow-up.actions';
import { followUpFeature } from './state/follow-up.feature';

/** What nobody has to do today: shown on asking. */
const FOLDED: ReadonlySet<FollowUpGroup> = new Set(['later', 'done']);

/** Whom of those who left to ask after, by the day it is to be done. */
@Component({
  selector: 'app-follow-up-list',
  imports: [ClientName, FailedNotice, FollowUpMark, FollowUpRates, LoadingLines, StaleNotice],
  templateUrl: './follow-up-list.html',
  styleUrls: ['../../ui/list-table.css', './day-list.css', './follow-up-list.css'],
})
export class FollowUpList {
  private readonly store = inject(Store);

  readonly query = input.required<FollowUpQuery>();
  readonly open = input<string | undefined>();
  readonly opened = output<string>();

  protected readonly found = this.store.selectSignal(followUpFeature.selectFound);
  protected readonly status = this.store.selectSignal(followUpFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(followUpFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(followUpFeature.selectStale);
  protected readonly finding = computed(() => {
    const found = this.found();
    return found && followUpFinding(found);
  });
  protected readonly unfolded = signal<ReadonlySet<FollowUpGroup>>(new Set());

  protected readonly groups = computed(() => {
    const lines = this.found()?.lines ?? [];
    const courses = Map.groupBy(lines, ({ episodeId }) => episodeId);
    return FOLLOW_UP_GROUPS.map((group) => {
      const own = lines.filter((line) => followUpGroup(line) === group);
      const isFolded = FOLDED.has(group) && !this.unfolded().has(group);
      return {
        group,
        name: GROUP_WORDS[group],
        count: own.length,
        isFolding: FOLDED.has(group),
        isFolded,
        rows: isFolded ? [] : own.map((line) => rowOf(line, courses.get(line.episodeId) ?? [])),
      };
    }).filter(({ count }) => count > 0);
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(FollowUpPageActions.shown({ query })));
    });
  }

  protected retry(): void {
    this.store.dispatch(FollowUpPageActions.retryClicked({ query: this.query() }));
  }

  protected fold(group: FollowUpGroup): void {
    this.unfolded.update((open) => {
      const now = new Set(open);
      if (!now.delete(group)) now.add(group);
      return now;
    });
  }
}

function rowOf(line: FollowUpLine, ofStay: readonly FollowUpLine[]) {
  const { today, endedOn, from, to, tryOn } = line;
  const course = ofStay.toSorted((a, b) => a.due.localeCompare(b.due));
  return {
    line,
    left: dayWords(endedOn, today),
    on: tryOn === today ? 'today' : dayWords(tryOn, today),
    window: `${dayWords(from, today)} to ${dayWords(to, today)}`,
    status: statusWordsOf(line),
    tries: triesWords(line),
    channels: channelWords(line),
    course,
    courseWords: courseWords(course),
  };
}
