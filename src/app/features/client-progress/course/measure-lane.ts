import { Component, computed, input } from '@angular/core';
import type { ClientMeasure } from '#domain/client-progress/client-measure.contract';
import type { InstrumentId } from '#domain/instruments/instrument';
import { instrument as instrumentOf } from '#domain/instruments/instruments';
import { BandChart } from '../../../ui/band-chart/band-chart';
import type { BandScale } from '../../../ui/band-chart/band-drawing';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { measureSeries } from './measure-series';
import { changeWords, dayWords, scoreNotes, scoreWords } from './measure-words';
import { ScoreTable } from './score-table';

/** What did this instrument say over time, in its own bands and by its own rule of change? */
@Component({
  selector: 'app-measure-lane',
  imports: [BandChart, Lane, LaneValue, ScoreTable],
  template: `
    <app-lane [table]="twin" [name]="of().name" [about]="about()" [summary]="summary()">
      <app-band-chart [axis]="axis()" [scale]="scale()" [series]="series()" [due]="due()" />
      <app-lane-value [value]="value()" [none]="measure().scores.length === 0" [lines]="lines()" />
      <ng-template #twin>
        <app-score-table
          [clientId]="clientId()"
          [instrument]="of()"
          [scores]="measure().scores"
          [asOf]="asOf()"
          [timeZone]="timeZone()"
        />
      </ng-template>
    </app-lane>
  `,
})
export class MeasureLane {
  readonly clientId = input.required<string>();
  readonly measure = input.required<ClientMeasure>();
  readonly axis = input.required<TimeAxis>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly of = computed(() => instrumentOf(this.measure().instrument as InstrumentId));
  private readonly last = computed(() => this.measure().scores.at(-1));
  protected readonly about = computed(() => {
    const { total, better, recall, subscales } = this.of();
    if (!total) return [`${subscales.length} subscales`, recall].filter(Boolean).join(', ');
    return `${total.min}–${total.max}, ${better} is better`;
  });
  protected readonly scale = computed((): BandScale => {
    const { total, bands, subscales, positiveFrom } = this.of();
    const cuts = subscales.flatMap(({ concern }) =>
      concern ? ['atLeast' in concern ? concern.atLeast : concern.atMost] : [],
    );
    return {
      min: total?.min ?? 0,
      max: total?.max ?? Math.max(...subscales.map(({ max }) => max)),
      bands,
      cuts: total
        ? positiveFrom
          ? [positiveFrom.female]
          : []
        : [...new Set(cuts)].filter((cut) => cut > 1),
    };
  });
  protected readonly series = computed(() => measureSeries(this.of(), this.measure().scores));
  protected readonly due = computed(() => {
    const { dueOn } = this.measure();
    if (!dueOn) return null;
    const late = dueOn < this.axis().today;
    return { day: dueOn, words: `${late ? 'was due' : 'due'} ${dayWords(dueOn, this.asOf())}` };
  });
  protected readonly value = computed(() => {
    const [of, last] = [this.of(), this.last()];
    if (!last) return 'not measured';
    if (of.total) return last.total === null ? 'no total' : `${last.total}`;
    return of.subscales.map(({ id }) => last.subscales[id] ?? '?').join(' · ');
  });
  protected readonly lines = computed(() => {
    const [of, measure, last] = [this.of(), this.measure(), this.last()];
    if (!last) return [];
    return [
      ...(of.total ? [] : [of.subscales.map(({ name }) => name.toLowerCase()).join(' · ')]),
      ...(of.total && of.bands.length > 0
        ? [scoreWords(of, last).split(', ').slice(1).join(', ')]
        : []),
      ...changeWords(of, measure),
      ...scoreNotes(of, last),
      ...(last.review ? [`reviewed: plan ${last.review.plan}`] : []),
    ].filter(Boolean);
  });
  protected readonly summary = computed(() => {
    const [of, scores] = [this.of(), this.measure().scores];
    const [first, last] = [scores[0], scores.at(-1)];
    if (!first || !last) return 'Not measured.';
    const said = (score: typeof first) =>
      `${dayWords(score.day, this.asOf())}: ${scoreWords(of, score)}`;
    return [
      `${scores.length} scores`,
      `first ${said(first)}`,
      `last ${said(last)}`,
      ...this.lines(),
      ...(this.due() ? [this.due()!.words] : []),
    ].join('; ');
  });
}
