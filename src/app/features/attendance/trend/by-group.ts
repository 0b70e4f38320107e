import { Component, computed, input, output } from '@angular/core';
import type { Params } from '@angular/router';
import type { MeasureAnswer, MeasureSeries } from '#domain/measures/measures.contract';
import { ChartFrame } from '../../../ui/chart/chart-frame';
import { ControlChart } from '../../../ui/control-chart/control-chart';
import { nothingFound } from '../../../ui/control-chart/limit-words';
import { LITTLE_ROOM, scaleOf } from '../../../ui/control-chart/series-drawing';
import { groupsTable } from '../../../ui/control-chart/series-table';
import { seriesWords } from '../../../ui/control-chart/series-words';
import { Figure } from '../../../ui/figure/figure';
import { unitWord } from '../../../ui/figure/format-scale';
import { rowsBehind } from '../cases/rows-behind';
import { SPLITS } from './trend-question';

/** The measure apart: small charts on one scale, by name, each with its figure and its finding. */
@Component({
  selector: 'app-by-group',
  imports: [ChartFrame, ControlChart, Figure],
  template: `
    <app-chart-frame
      [heading]="heading()"
      [subtitle]="subtitle()"
      [summary]="summary()"
      [table]="table()"
    >
      <div class="groups">
        @for (group of answer().groups; track group.id ?? group.name) {
          <section>
            <h3>
              @if (canNarrow() && group.id !== null) {
                <button type="button" class="name" (click)="narrowed.emit(group.id)">
                  {{ group.name }}<span class="visually-hidden">: show alone</span>
                </button>
              } @else {
                <span>{{ group.name }}</span>
              }
            </h3>
            <app-figure
              [figure]="group.figure"
              [definition]="answer().measure"
              [word]="answer().measure.name"
              [of]="group.name"
              [asOf]="moment()"
              [rows]="rowsOf(group)"
            />
            <app-control-chart
              [series]="group"
              [unit]="answer().measure.unit"
              [countedIn]="answer().measure.countedIn"
              [by]="answer().by"
              [changes]="changesOf(group)"
              [label]="answer().measure.name + ', ' + group.name"
              [height]="144"
              [compact]="true"
              [scale]="scale()"
            />
            <p class="found">{{ foundIn(group) }}</p>
          </section>
        }
      </div>
      @if (answer().groupsLeft > 0) {
        <p class="sub">And {{ answer().groupsLeft }} more that are not drawn.</p>
      }
    </app-chart-frame>
  `,
  styleUrl: './by-group.css',
})
export class ByGroup {
  readonly answer = input.required<MeasureAnswer>();
  /** As the frame writes it: when the figures were asked for. */
  readonly moment = input.required<string>();
  /** The id of the group to be shown alone. */
  readonly narrowed = output<string>();

  protected readonly canNarrow = computed(() =>
    ['site', 'program', 'track', 'kind', 'level'].includes(this.answer().split ?? ''),
  );
  protected readonly scale = computed(() =>
    scaleOf(this.answer().groups, this.answer().measure.unit, LITTLE_ROOM),
  );
  protected readonly heading = computed(() => {
    const split = SPLITS.find(({ value }) => value === this.answer().split);
    return `By ${(split?.label ?? 'group').toLowerCase()}, one scale`;
  });
  protected readonly subtitle = computed(() => {
    const { measure, by } = this.answer();
    return `${unitWord(measure.unit)} by ${by}, in order of name`;
  });
  protected readonly summary = computed(() => {
    const { groups, by, measure } = this.answer();
    return groups
      .map((group) => `${group.name}: ${seriesWords(group, by, measure.unit)}`)
      .join(' ');
  });
  protected readonly table = computed(() =>
    groupsTable(
      this.answer().groups,
      this.answer().by,
      this.answer().measure.unit,
      this.answer().measure.countedIn,
    ),
  );

  /** A change at one site restarts the limits of that site alone. */
  protected changesOf({ id }: MeasureSeries) {
    const { changes, split } = this.answer();
    return changes.filter(({ siteId }) => siteId === null || (split === 'site' && siteId === id));
  }

  protected rowsOf(group: MeasureSeries): Params | null {
    return rowsBehind(this.answer(), group.id);
  }

  protected foundIn(group: MeasureSeries): string {
    return group.title ?? nothingFound(group);
  }
}
