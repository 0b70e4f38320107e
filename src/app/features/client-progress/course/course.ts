import {
  ApplicationRef,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { ClientMeasure } from '#domain/client-progress/client-measure.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { localTime } from '#domain/calendar/calendar-day';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument } from '#domain/instruments/instruments';
import { AxisWords } from '../../../ui/time-axis/axis-words';
import { widthOf } from '../../../ui/time-axis/width-of';
import { courseAxis } from './course-axis';
import { DrugTestsLane } from './drug-tests-lane';
import { HoursLane } from './hours-lane';
import { MeasureLane } from './measure-lane';
import { MedicationLane } from './medication-lane';
import { ScreensLane } from './screens-lane';
import { SessionsLane } from './sessions-lane';
import { WayLane } from './way-lane';

/** What Letter and A4 leave between the names of the lanes and their figures. */
const PAPER_WIDTH = 420;
/** What is asked more seldom has no course within an episode: it is told with its day. */
const LONGEST_INTERVAL = 31;

/** Everything of one episode on one axis of time: what happened, and what is next. */
@Component({
  selector: 'app-course',
  imports: [
    AxisWords,
    DrugTestsLane,
    HoursLane,
    MeasureLane,
    MedicationLane,
    ScreensLane,
    SessionsLane,
    WayLane,
  ],
  templateUrl: './course.html',
  styleUrl: './course.css',
})
export class Course {
  readonly client = input.required<ClientProgress>();

  private readonly ruler = viewChild<ElementRef<HTMLElement>>('ruler');
  private readonly width = widthOf(this.ruler);
  private readonly onPaper = signal(false);
  protected readonly axis = computed(() => {
    const width = this.onPaper() ? PAPER_WIDTH : this.width();
    return width > 0 ? courseAxis(this.client(), width) : null;
  });
  /** Of the episode that is shown; the table of the lane holds those of every episode. */
  protected readonly sessions = computed(() => {
    const { sessions, way, timeZone } = this.client();
    if (!way) return [];
    const dayOf = (startsAt: string) => localTime(Date.parse(startsAt), timeZone).day;
    return sessions.filter(({ startsAt }) => {
      const day = dayOf(startsAt);
      return day >= way.admittedOn && (way.endedOn === null || day < way.endedOn);
    });
  });
  protected readonly courses = computed(() =>
    this.client().measures.filter((measure) => hasCourse(measure)),
  );
  protected readonly screens = computed(() =>
    this.client().measures.filter((measure) => !hasCourse(measure) && measure.scores.length > 0),
  );

  constructor() {
    const [view, app] = [inject(DOCUMENT).defaultView, inject(ApplicationRef)];
    // Drawn anew for the sheet, before the browser takes its picture: letters keep their size.
    const draw = ({ type }: Event) => {
      this.onPaper.set(type === 'beforeprint');
      app.tick();
    };
    for (const event of ['beforeprint', 'afterprint']) view?.addEventListener(event, draw);
    inject(DestroyRef).onDestroy(() => {
      for (const event of ['beforeprint', 'afterprint']) view?.removeEventListener(event, draw);
    });
  }
}

const hasCourse = ({ instrument: id }: ClientMeasure): boolean =>
  (instrument(id as InstrumentId).intervalDays ?? Infinity) <= LONGEST_INTERVAL;
