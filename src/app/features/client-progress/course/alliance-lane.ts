import { Component, computed, input } from '@angular/core';
import type { AllianceScore } from '#domain/client-progress/alliance-score.contract';
import { BandChart } from '../../../ui/band-chart/band-chart';
import type { BandScale, BandSeries } from '../../../ui/band-chart/band-drawing';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { dayWords } from './measure-words';

const NO_RULE = 'no published rule is used';
/** A mean of answers from 1 to 5: without bands and cuts, since nobody published any that we use. */
const SCALE: BandScale = { min: 1, max: 5, bands: [], cuts: [] };
const COLOURS = 6;

/** How the client rated the working alliance over time, as staff wrote it down. */
@Component({
  selector: 'app-alliance-lane',
  imports: [BandChart, Lane, LaneValue],
  template: `
    <app-lane [table]="twin" name="Working alliance" about="mean of 1–5" [summary]="summary()">
      <app-band-chart [axis]="axis()" [scale]="scale" [series]="series()" />
      <app-lane-value [value]="value()" [lines]="lines()" />
      <ng-template #twin>
        <table class="plain-table">
          <caption class="visually-hidden">
            Working alliance, newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Form</th>
              <th scope="col">Mean of 1 to 5</th>
              <th scope="col">Written by</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track $index) {
              <tr>
                <th scope="row" class="number">{{ row.day }}</th>
                <td>{{ row.score.instrument }}</td>
                <td class="number">{{ row.score.mean.toFixed(1) }}</td>
                <td>{{ row.score.by }}</td>
              </tr>
            }
          </tbody>
        </table>
      </ng-template>
    </app-lane>
  `,
})
export class AllianceLane {
  /** Oldest first, one at least. */
  readonly scores = input.required<readonly AllianceScore[]>();
  readonly axis = input.required<TimeAxis>();
  readonly asOf = input.required<string>();

  protected readonly scale = SCALE;
  private readonly last = computed(() => this.scores().at(-1));
  /** A line each form: their means are not one course. */
  protected readonly series = computed((): BandSeries[] => {
    const forms = [...Map.groupBy(this.scores(), ({ instrument }) => instrument)];
    return forms.map(([name, scores], index) => ({
      ...(forms.length > 1 ? { name, colour: (index % COLOURS) + 1 } : { name: '', colour: 0 }),
      points: scores.map(({ on, mean }) => ({ day: on, value: mean })),
    }));
  });
  protected readonly value = computed(() => this.last()?.mean.toFixed(1) ?? '');
  protected readonly lines = computed(() => [
    `${this.last()?.instrument}, rated by the client`,
    NO_RULE,
  ]);
  protected readonly rows = computed(() =>
    this.scores()
      .map((score) => ({ score, day: dayWords(score.on, this.asOf()) }))
      .reverse(),
  );
  protected readonly summary = computed(() => {
    const said = ({ on, instrument, mean }: AllianceScore) =>
      `${dayWords(on, this.asOf())}: ${instrument} ${mean.toFixed(1)} of 1 to 5`;
    const [first, ...more] = this.scores();
    const [last] = more.slice(-1);
    if (!first) return '';
    const ends = last ? `first ${said(first)}; last ${said(last)}` : said(first);
    const count = this.scores().length;
    return `${count} ${count === 1 ? 'score' : 'scores'}; ${ends}; ${NO_RULE}.`;
  });
}
