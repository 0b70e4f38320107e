import { Component, computed, input } from '@angular/core';
import type { Finding, MeasureAnswer, MeasurePoint } from '#domain/measures/measures.contract';
import { periodWords, shortPeriod } from '../../../ui/chart/period-words';
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
      @for (run of unknown(); track run.start) {
        <li>
          <app-cause-mark kind="uncertain" />
          <span
            ><b>{{ run.words }}</b> no value: {{ run.unrecorded }} not recorded.</span
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
    this.answer().whole.points.filter(
      ({ poorlyRecorded, value }) => poorlyRecorded && value !== null,
    ),
  );
  /** Of what nobody recorded there is no value: neighbours are said together. */
  protected readonly unknown = computed(() =>
    runsWithoutValue(this.answer().whole.points).map((run) => ({
      start: run[0]?.start,
      words: this.runInWords(run),
      unrecorded: run.reduce((sum, { unrecorded }) => sum + unrecorded, 0),
    })),
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

  private runInWords(run: readonly MeasurePoint[]): string {
    const { by } = this.answer();
    const [first, last] = [run[0]?.start ?? '', run.at(-1)?.start ?? ''];
    if (first === last) return `${this.period(first)} has`;
    const periods = by === 'week' ? 'Weeks' : 'Months';
    return `${periods} from ${shortPeriod(first, by)} to ${shortPeriod(last, by)} have`;
  }
}

function runsWithoutValue(points: readonly MeasurePoint[]): MeasurePoint[][] {
  const runs: MeasurePoint[][] = [];
  points.forEach((point, index) => {
    if (!point.poorlyRecorded || point.value !== null) return;
    const before = points[index - 1];
    const run = runs.at(-1);
    if (run && before && run.at(-1) === before) run.push(point);
    else runs.push([point]);
  });
  return runs;
}
