import { Component, computed, input } from '@angular/core';
import type { Figure } from '#domain/measures/figure.contract';
import { rangeIfKnown } from '#domain/measures/range-if-known';
import { formatInterval, formatCounted, formatValue } from './format-rate';
import type { MeasureDefinition } from '#domain/measures/measures.contract';

/** What a figure counts, and what it leaves out. */
@Component({
  selector: 'app-figure-definition',
  template: `
    <h3>{{ definition().name }}</h3>
    <p>{{ definition().sentence }}</p>
    <dl>
      <dt>Value</dt>
      <dd>{{ rate() ?? 'none yet' }}</dd>
      <dt>Numerator</dt>
      <dd>{{ counted(figure().numerator) }}: {{ definition().numerator }}</dd>
      <dt>Denominator</dt>
      <dd>{{ counted(figure().denominator) }}: {{ definition().denominator }}</dd>
      <dt>Left out</dt>
      <dd>{{ figure().excluded }}: {{ definition().leftOut }}</dd>
      <dt>Not recorded</dt>
      <dd [class.unknown]="figure().unrecorded > 0">
        {{ figure().unrecorded }}: in neither, until somebody records them
      </dd>
      @if (range(); as range) {
        <dt>If none or all of them</dt>
        <dd>{{ range.none }} to {{ range.all }} of {{ range.of }}</dd>
      }
      <dt>Interval, 95 %</dt>
      <dd>{{ interval() ?? figure().noInterval ?? 'none' }}</dd>
      <dt>Standard</dt>
      <dd>{{ definition().standard }}</dd>
      @if (asOf(); as asOf) {
        <dt>As of</dt>
        <dd>{{ asOf }}</dd>
      }
    </dl>
  `,
  styles: `
    p {
      color: var(--tl-ink-2);
      margin: 2px 0 8px;
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 3px 16px;
    }
    dt {
      color: var(--tl-ink-3);
      white-space: nowrap;
    }
    dd {
      max-width: 38ch;
      white-space: normal;
    }
  `,
})
export class FigureDefinition {
  readonly figure = input.required<Figure>();
  readonly definition = input.required<MeasureDefinition>();
  readonly asOf = input<string | null>(null);

  protected readonly rate = computed(() => formatValue(this.figure(), this.definition().unit));
  protected readonly interval = computed(() =>
    formatInterval(this.figure(), this.definition().unit),
  );

  /** Nobody is taken for one who was, or was not, reached. */
  protected readonly range = computed(() => {
    const { unrecorded } = this.figure();
    const isOfFollowUps = this.definition().countedIn === 'follow-ups';
    return isOfFollowUps && unrecorded > 0 ? rangeIfKnown(this.figure()) : null;
  });

  protected counted(count: number): string {
    const { countedIn } = this.definition();
    return formatCounted(count, countedIn) + (countedIn === 'minutes' ? ' h' : '');
  }
}
