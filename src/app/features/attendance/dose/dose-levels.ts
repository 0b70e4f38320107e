import { Component, computed, input } from '@angular/core';
import type { Dose, DoseOfLevel } from '#domain/attendance/dose.contract';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { Chart } from '../../../ui/chart/chart';
import { ChartFrame } from '../../../ui/chart/chart-frame';
import type { Draw } from '../../../ui/chart/drawing';
import { Figure } from '../../../ui/figure/figure';
import { formatNumber } from '../../../ui/figure/format-rate';
import { inHours } from './hours-words';
import { levelDrawing, levelScale } from './level-drawing';
import { levelName, levelsSummary, levelsTable, tenthReadings } from './tenths';

/** Client-weeks of each level of care by how much of the prescribed hours was attended. */
@Component({
  selector: 'app-dose-levels',
  imports: [Chart, ChartFrame, Figure],
  template: `
    <app-chart-frame
      heading="By level of care, one scale"
      subtitle="% of client-weeks, by tenths of the prescribed hours that were attended, recorded or assumed"
      [summary]="summary()"
      [table]="table()"
    >
      <div class="levels">
        @for (level of dose().levels; track level.level) {
          <section>
            <h3>
              {{ name(level) }}
              <span class="number" [class.unknown]="level.notKnown > 0"
                >not known {{ count(level.notKnown) }}
                {{ level.notKnown === 1 ? 'week' : 'weeks' }}</span
              >
            </h3>
            <p class="figure">
              <span class="dim">{{ engaged().name }} or more</span>
              <app-figure
                [figure]="level.engaged"
                [definition]="engaged()"
                [word]="engaged().name"
                [of]="name(level)"
                [asOf]="moment()"
                [records]="false"
              />
            </p>
            @if (level.weeks > 0) {
              <app-chart
                [label]="engaged().name + ', ' + name(level)"
                [draw]="drawOf(level)"
                [readings]="readingsOf(level)"
                [height]="150"
              />
              <p class="hours number">{{ hoursOf(level) }}</p>
            } @else {
              <p class="sub">Prescribed hours are not known of any of its weeks.</p>
            }
          </section>
        }
      </div>
    </app-chart-frame>
  `,
  styleUrl: './dose-levels.css',
})
export class DoseLevels {
  readonly dose = input.required<Dose>();
  /** As the frame writes it: when the figures were asked for. */
  readonly moment = input.required<string>();

  /** Its trend is another page's. */
  protected readonly engaged = computed<MeasureDefinition>(() => ({
    ...this.dose().engagedWeeks,
    hasTrend: false,
  }));
  protected readonly name = levelName;
  protected readonly count = formatNumber;
  protected readonly readingsOf = tenthReadings;
  protected readonly summary = computed(() => levelsSummary(this.dose()));
  protected readonly table = computed(() => levelsTable(this.dose().levels));

  private readonly draws = computed(() => {
    const { levels, engagedDoseRatio } = this.dose();
    const scale = levelScale(levels);
    return new Map<DoseOfLevel, Draw>(
      levels.map((level) => [
        level,
        (tokens) => levelDrawing(level, { scale, engagedDoseRatio }, tokens),
      ]),
    );
  });

  protected drawOf(level: DoseOfLevel): Draw {
    return this.draws().get(level)!;
  }

  protected hoursOf({ prescribedMinutes, recordedMinutes, assumedMinutes }: DoseOfLevel): string {
    return `${inHours(recordedMinutes)} recorded, ${inHours(assumedMinutes)} assumed, of ${inHours(prescribedMinutes)}`;
  }
}
