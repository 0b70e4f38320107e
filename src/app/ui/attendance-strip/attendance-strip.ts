import { Component, computed, input } from '@angular/core';
import { calendarDay } from '../clinic-time/clinic-time';
import { statusWord } from '../status-mark/status-word';
import { stripMark } from './strip-mark';

export interface StripWeek {
  monday: string;
  marks: string[];
}

const WEEK = 43;
const ROOM = 38;
const PLACES = 5;

/** Sessions of some weeks in order: what was kept stands on the line, what was missed hangs below. */
@Component({
  selector: 'app-attendance-strip',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + width() + ' 24'"
      [attr.width]="width()"
      height="24"
      role="img"
      [attr.aria-label]="words()"
    >
      @for (week of drawn(); track week.monday) {
        <g [attr.transform]="'translate(' + week.x + ' 0)'">
          <path class="line-base" [attr.d]="'M0 12.5h${ROOM}'" stroke-width="1" />
          @for (place of week.places; track $index) {
            <path
              [attr.class]="place.mark.className"
              [attr.d]="place.mark.path"
              [attr.stroke-width]="place.mark.strokeWidth"
              [attr.transform]="place.transform"
            />
          }
        </g>
      }
    </svg>
  `,
  styles: `
    svg {
      max-width: 100%;
    }
  `,
})
export class AttendanceStrip {
  readonly weeks = input.required<readonly StripWeek[]>();

  protected readonly width = computed(() => this.weeks().length * WEEK - (WEEK - ROOM));

  protected readonly drawn = computed(() =>
    this.weeks().map(({ monday, marks }, index) => {
      // A week of more sessions than places draws them narrower rather than leaving some out.
      const scale = Math.min(1, PLACES / Math.max(1, marks.length));
      return {
        monday,
        x: index * WEEK,
        places: marks.map((status, place) => ({
          mark: stripMark(status),
          transform: `translate(${place * 8 * scale} 0) scale(${scale} 1)`,
        })),
      };
    }),
  );

  protected readonly words = computed(() =>
    this.weeks()
      .map(({ monday, marks }) => {
        const said = marks.map((status) => statusWord(status).toLowerCase()).join(', ');
        return `Week of ${calendarDay(monday)}: ${said || 'no sessions'}.`;
      })
      .join(' '),
  );
}
