import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Store } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument } from '#domain/instruments/instruments';
import type { UsualWeek } from '#domain/client-progress/usual-course.contract';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { widthOf } from '../../../ui/time-axis/width-of';
import { hasCourse } from '../course/course';
import { UsualCourseActions } from '../state/usual-course.actions';
import { usualCourseFeature } from '../state/usual-course.feature';
import { ownWeeks } from './own-weeks';
import { USUAL_HEIGHT, usualDrawing } from './usual-drawing';

/** A client's weeks beside those of the program's other stays: a band, never a verdict. */
@Component({
  selector: 'app-usual-course',
  imports: [FailedNotice, Lane, LaneValue, LoadingLines],
  templateUrl: './usual-course.html',
  styleUrl: './usual-course.css',
})
export class UsualCourse {
  private readonly store = inject(Store);

  readonly client = input.required<ClientProgress>();

  private readonly ruler = viewChild<ElementRef<HTMLElement>>('ruler');
  private readonly width = widthOf(this.ruler);
  private readonly found = this.store.selectSignal(usualCourseFeature.selectFound);
  protected readonly problem = this.store.selectSignal(usualCourseFeature.selectProblem);
  protected readonly height = USUAL_HEIGHT;
  private readonly asked = computed(
    () => ({ clientId: this.client().clientId, asOf: this.client().asOf }),
    // Moving on by a minute changes no week: asked for once a client and day.
    { equal: (a, b) => a.clientId === b.clientId && a.asOf.slice(0, 10) === b.asOf.slice(0, 10) },
  );
  /** Of this client's program; what was found for another is nothing to show here. */
  protected readonly usual = computed(() => {
    const found = this.found();
    return found?.clientId === this.client().clientId ? found.weeks : null;
  });
  protected readonly lanes = computed(() => {
    const [usual, width] = [this.usual() ?? [], this.width()];
    const own = ownWeeks(this.client());
    const byQuantity = Map.groupBy(usual, ({ quantity }) => quantity);
    // As the lanes above; what is asked once has no course.
    const shown = [
      'hours',
      ...this.client()
        .measures.filter(hasCourse)
        .map((one) => one.instrument),
    ];
    return shown
      .flatMap((quantity): [string, UsualWeek[]][] => {
        const weeks = byQuantity.get(quantity);
        return weeks && own.get(quantity)?.size ? [[quantity, weeks]] : [];
      })
      .map(([quantity, weeks]) => {
        const values = own.get(quantity) ?? new Map<number, number>();
        const hours = quantity === 'hours';
        const [week, value] = [...values].sort(([a], [b]) => a - b).at(-1) ?? [0, 0];
        const same = weeks.find((one) => one.week === week);
        const unit = hours ? ' h' : '';
        const when = week === 0 ? 'before admission' : `in week ${week}`;
        const others = same
          ? `middle half ${round(same.low)}–${round(same.high)}${unit}, n ${same.clients}`
          : 'fewer than 11 clients in that week';
        return {
          quantity,
          name: hours ? 'Hours' : instrument(quantity as InstrumentId).name,
          about: hours ? 'had in a week of the stay' : 'total by week of the stay',
          value: `${round(value)}${unit}`,
          lines: [when, others],
          summary: `${round(value)}${unit} ${when}; ${others}`,
          drawing: width > 0 ? usualDrawing(weeks, values, width) : null,
          rows: rowsOf(weeks, values),
        };
      });
  });

  constructor() {
    effect(() => {
      const asked = this.asked();
      untracked(() => this.store.dispatch(UsualCourseActions.asked(asked)));
    });
  }

  protected retry(): void {
    this.store.dispatch(UsualCourseActions.asked(this.asked()));
  }
}

const round = (value: number): string => `${Math.round(value * 10) / 10}`;

/** Every week of either, the same as drawn. */
function rowsOf(weeks: readonly UsualWeek[], own: ReadonlyMap<number, number>) {
  const all = [...new Set([...weeks.map(({ week }) => week), ...own.keys()])].sort((a, b) => a - b);
  return all.map((week) => {
    const value = own.get(week);
    const usual = weeks.find((one) => one.week === week);
    return {
      week,
      own: value === undefined ? 'none' : round(value),
      half: usual ? `${round(usual.low)}–${round(usual.high)}` : 'fewer than 11',
      middle: usual ? round(usual.middle) : '',
      clients: usual ? `${usual.clients}` : '',
    };
  });
}
