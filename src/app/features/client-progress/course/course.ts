import { Component, computed, type ElementRef, input, viewChild } from '@angular/core';
import type { ClientMeasure } from '#domain/client-progress/client-measure.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument } from '#domain/instruments/instruments';
import { onPaper } from '../../../ui/print/on-paper';
import { widthOf } from '../../../ui/time-axis/width-of';
import { AllianceLane } from './alliance-lane';
import { courseAxis } from './course-axis';
import { DaysOfLanes } from './days-of-lanes';
import { DrugTestsLane } from './drug-tests-lane';
import { MeasureLane } from './measure-lane';
import { MedicationLane } from './medication-lane';
import { ScreensLane } from './screens-lane';
import { StayLanes } from './stay-lanes';

/** What Letter and A4 leave between the names of the lanes and their figures. */
export const PAPER_WIDTH = 420;
/** What is asked more seldom has no course within an episode: it is told with its day. */
const LONGEST_INTERVAL = 31;

/** Everything of one episode on one axis of time: what happened, and what is next. */
@Component({
  selector: 'app-course',
  imports: [
    AllianceLane,
    DaysOfLanes,
    DrugTestsLane,
    MeasureLane,
    MedicationLane,
    ScreensLane,
    StayLanes,
  ],
  templateUrl: './course.html',
  styleUrl: './course.css',
})
export class Course {
  readonly client = input.required<ClientProgress>();

  private readonly ruler = viewChild<ElementRef<HTMLElement>>('ruler');
  private readonly width = widthOf(this.ruler);
  // Drawn anew for the sheet: letters keep their size.
  private readonly onPaper = onPaper();
  protected readonly axis = computed(() => {
    const width = this.onPaper() ? PAPER_WIDTH : this.width();
    return width > 0 ? courseAxis(this.client(), width) : null;
  });
  protected readonly courses = computed(() =>
    this.client().measures.filter((measure) => hasCourse(measure)),
  );
  protected readonly screens = computed(() =>
    this.client().measures.filter((measure) => !hasCourse(measure) && measure.scores.length > 0),
  );
}

/** Asked often enough to have a course within an episode. */
export const hasCourse = ({ instrument: id }: ClientMeasure): boolean =>
  (instrument(id as InstrumentId).intervalDays ?? Infinity) <= LONGEST_INTERVAL;
