import { Component, computed, input } from '@angular/core';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { DrawnPaths } from '../../../ui/drawn-paths/drawn-paths';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import { AxisGrid } from '../../../ui/time-axis/axis-grid';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { SessionsTable } from '../sessions-table';
import { sessionCounts, SESSIONS_HEIGHT, sessionsDrawing } from './sessions-drawing';
import { missPattern } from './miss-pattern';

/** Which sessions were kept, which missed, and was the client reached after a miss? */
@Component({
  selector: 'app-sessions-lane',
  imports: [AxisGrid, DrawnPaths, Lane, LaneValue, SessionsTable],
  template: `
    <app-lane [table]="twin" name="Sessions" about="✓ reached after a miss" [summary]="summary()">
      <svg
        [attr.width]="axis().width"
        [attr.height]="height"
        [attr.viewBox]="'0 0 ' + axis().width + ' ' + height"
      >
        <g appAxisGrid [axis]="axis()" [height]="height" />
        <g transform="translate(0 4)" [appDrawnPaths]="drawing().paths" />
        <path class="line-good" stroke-width="1.6" [attr.d]="checks()" />
      </svg>
      <app-lane-value
        [value]="counts().expected ? '' + counts().attended : 'none yet'"
        [of]="counts().expected ? 'of ' + counts().expected : ''"
        [none]="counts().expected === 0"
        [lines]="lines()"
      />
      <ng-template #twin>
        <app-sessions-table [sessions]="all()" [asOf]="asOf()" [timeZone]="timeZone()" />
      </ng-template>
    </app-lane>
  `,
})
export class SessionsLane {
  /** Of the episode. */
  readonly sessions = input.required<readonly ClientSession[]>();
  /** Of every episode: the table holds them all. */
  readonly all = input.required<readonly ClientSession[]>();
  readonly axis = input.required<TimeAxis>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly height = SESSIONS_HEIGHT;
  protected readonly drawing = computed(() =>
    sessionsDrawing(this.sessions(), this.axis(), this.timeZone()),
  );
  protected readonly counts = computed(() => sessionCounts(this.sessions()));
  protected readonly lines = computed(() => {
    const { missed, reachedAfter, unrecorded, leftOut } = this.counts();
    return [
      missed ? `attended; ${missed} missed, ${reachedAfter} reached after` : 'attended',
      `${leftOut} left out, ${unrecorded} not recorded`,
      ...missPattern(this.sessions(), this.timeZone()),
    ];
  });
  protected readonly checks = computed(() =>
    this.drawing()
      .reached.map((x) => `M${(x - 3).toFixed(1)} 36l2.2 2.2 4-4.6`)
      .join(''),
  );
  protected readonly summary = computed(() => {
    const { attended, expected } = this.counts();
    return [`Attended ${attended} of ${expected}`, ...this.lines().slice(1)].join('; ');
  });
}
