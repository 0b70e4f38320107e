import { Component, computed, input } from '@angular/core';
import { ANALYTES } from '#domain/drug-tests/analytes';
import type { ClientSpecimen } from '#domain/client-progress/tests-and-medication.contract';
import { DrawnPaths } from '../../../ui/drawn-paths/drawn-paths';
import { Lane } from '../../../ui/lane/lane';
import { LaneValue } from '../../../ui/lane/lane-value';
import { RecordLinks } from '../../../ui/source-record/record-links';
import { AxisGrid } from '../../../ui/time-axis/axis-grid';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';
import { dayWords } from './measure-words';
import { testCounts, testRows, type TestMark } from './test-rows';
import { TEST_WORDS, testMark } from './test-mark';

const ROW = 15.5;
/** With its name above it, where there is no room behind the scale. */
const ROW_BELOW_NAME = 29;
const ROOM_FOR_NAMES = 94;

/** Which results were expected beside what was prescribed, and which asked-for tests gave none? */
@Component({
  selector: 'app-drug-tests-lane',
  imports: [AxisGrid, DrawnPaths, Lane, LaneValue, RecordLinks],
  templateUrl: './drug-tests-lane.html',
  styleUrl: './drug-tests-lane.css',
})
export class DrugTestsLane {
  readonly specimens = input.required<readonly ClientSpecimen[]>();
  readonly axis = input.required<TimeAxis>();
  readonly asOf = input.required<string>();

  /** Names stand behind the scale where there is room, else above: on it lie the tests. */
  private readonly namesBehind = computed(
    () => this.axis().width - this.axis().scaleEnd >= ROOM_FOR_NAMES,
  );
  protected readonly namesFrom = computed(() =>
    this.namesBehind() ? this.axis().scaleEnd + 8 : 0,
  );
  private readonly rowHeight = computed(() => (this.namesBehind() ? ROW : ROW_BELOW_NAME));
  protected readonly rows = computed(() => {
    const [axis, row] = [this.axis(), this.rowHeight()];
    return testRows(this.specimens()).map(({ name, marks }, index) => {
      const y = row - 6.5 + index * row;
      return {
        name,
        ...{ y, nameY: this.namesBehind() ? y + 4 : y - 9 },
        paths: marks.flatMap(({ day, mark }) => testMark(mark, axis.x(day) + axis.dayWidth / 2, y)),
      };
    });
  });
  protected readonly legend = computed(() => {
    const marks = new Set(
      testRows(this.specimens()).flatMap((row) => row.marks.map(({ mark }) => mark)),
    );
    // What is confirmed is told apart from what is not, whether or not there is both.
    if (marks.has('unexpected-confirmed')) marks.add('unexpected');
    const shown = (Object.keys(TEST_WORDS) as TestMark[]).filter((mark) => marks.has(mark));
    const top = this.rows().length * this.rowHeight() + 12;
    return shown.map((mark, index) => {
      const [x, y] = [2 + (index % 3) * 118, top + Math.floor(index / 3) * 14];
      return { words: TEST_WORDS[mark], x: x + 10, y: y + 4, paths: testMark(mark, x, y) };
    });
  });
  protected readonly height = computed(() => {
    const rows = this.rows().length * this.rowHeight() + 4;
    const last = this.legend().at(-1);
    return Math.max(rows, (last?.y ?? 0) + 4);
  });
  private readonly counts = computed(() => testCounts(this.specimens()));
  protected readonly value = computed(() => {
    const { asked, valid, unexpected } = this.counts();
    if (asked === 0) return { value: 'none asked for', of: '', none: true };
    return { value: `${unexpected}`, of: `of ${valid}`, none: false };
  });
  protected readonly lines = computed(() => {
    const { asked, others } = this.counts();
    return asked === 0 ? [] : ['valid tests unexpected', ...(others ? [others] : [])];
  });
  protected readonly summary = computed(() => {
    const { asked, valid, unexpected, others } = this.counts();
    return `${asked} asked for, ${valid} valid, ${unexpected} unexpected${others ? `; ${others}` : ''}`;
  });
  protected readonly listed = computed(() =>
    this.specimens()
      .map((specimen) => ({
        specimen,
        day: dayWords(specimen.collectedOn, this.asOf()),
        state: specimen.state === 'reported' ? '' : specimen.state,
        results: specimen.results.map(({ analyte, detected, confirmed, expectation }) => ({
          name: ANALYTES.find(({ id }) => id === analyte)?.name ?? analyte,
          found: detected === null ? 'inconclusive' : detected ? 'detected' : 'not detected',
          by: confirmed ? 'confirmed' : 'screen, presumptive',
          unexpected: expectation?.startsWith('unexpected') ?? false,
          prescribed: expectation === 'expected-positive' || expectation === 'unexpected-negative',
        })),
      }))
      .reverse(),
  );
}
