import { Component, computed, input } from '@angular/core';
import type { Finding, MeasureAnswer, MeasurePoint } from '#domain/measures/measures.contract';
import { periodWords } from '../../../ui/chart/period-words';
import { CauseMark } from '../../../ui/control-chart/cause-mark';
import { nothingFound } from '../../../ui/control-chart/limit-words';
import { unrecordedWords } from '../../../ui/control-chart/unrecorded-words';

/** Each thing that a rule found, in words; and when nothing was found, that it was looked for. */
@Component({
  selector: 'app-rules-found',
  imports: [CauseMark],
  template: `
    <h3>What the rules found</h3>
    <ul>
      @for (finding of findings(); track $index) {
        <li>
          <app-cause-mark [kind]="kindOf(finding)" />
          <span
            ><b>{{ finding.name }}.</b> {{ finding.sentence }}</span
          >
        </li>
      } @empty {
        <li>
          <app-cause-mark kind="none" />
          <span>{{ nothing() }}</span>
        </li>
      }
      @for (part of beside(); track part.id) {
        <li>
          <app-cause-mark kind="special" />
          <span><b>Beside the others.</b> {{ part.beside?.finding }}.</span>
        </li>
      }
      @for (point of uncertain(); track point.start) {
        <li>
          <app-cause-mark kind="uncertain" />
          <span
            ><b>{{ period(point.start) }}</b> is uncertain: {{ unrecorded(point) }}.</span
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      padding-top: 4px;
    }
    li {
      display: flex;
      gap: 8px;
      padding: 4px 0;
    }
    app-cause-mark {
      margin-top: 4px;
    }
    b {
      font-weight: 600;
    }
  `,
})
export class RulesFound {
  readonly answer = input.required<MeasureAnswer>();

  protected readonly findings = computed(() => this.answer().whole.findings);
  /** Parts that lie outside the limits around all of them. */
  protected readonly beside = computed(() =>
    this.answer().groups.filter(({ beside }) => beside?.finding),
  );
  protected readonly uncertain = computed(() =>
    this.answer().whole.points.filter(({ poorlyRecorded }) => poorlyRecorded),
  );
  protected readonly nothing = computed(() => nothingFound(this.answer().whole));

  protected kindOf({ cause: { concern } }: Finding): 'concern' | 'improvement' | 'special' {
    if (concern === null) return 'special';
    return concern ? 'concern' : 'improvement';
  }

  protected unrecorded(point: MeasurePoint): string {
    return unrecordedWords(point, this.answer().measure.countedIn);
  }

  protected period(start: string): string {
    return periodWords(start, this.answer().by);
  }
}
