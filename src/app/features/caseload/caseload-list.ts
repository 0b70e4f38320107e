import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import { localTime } from '#domain/calendar/calendar-day';
import type { Caseload, CaseloadLine, CaseloadQuery } from '#domain/caseload/caseload.contract';
import { accessFeature } from '../../access/state/access.feature';
import type { ExportedFile } from '../../page-acts/export/file-export-api';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { ATTENDED } from '../../ui/figure/attended-definition';
import { Figure } from '../../ui/figure/figure';
import { FigureDefinition } from '../../ui/figure/figure-definition';
import { Legend } from '../../ui/legend/legend';
import { Popover } from '../../ui/popover/popover';
import { type Arrangement, arrangeLines } from './arrange-lines';
import { arrangementInWords } from './arrangement-in-words';
import { CaseloadActs } from './caseload-acts';
import { CaseloadFilters } from './caseload-filters';
import type { Density } from './caseload-layout';
import { CaseloadOnPaper } from './caseload-on-paper';
import type { RowAct } from './caseload-row';
import { CaseloadTable } from './caseload-table';
import { chosenColumns } from './chosen-columns';
import { idsOf, LineSelection } from './line-selection';
import { ReasonsPopover } from './reasons-popover';
import { SelectionBar } from './selection-bar';
import type { ChangedCells } from './state/changed-cells';
import { TasksForEach } from './tasks-for-each';
import { toldApart } from './told-apart';

/** A named list of clients with what narrows it, its one figure and its key. */
@Component({
  selector: 'app-caseload-list',
  imports: [
    CaseloadActs,
    CaseloadFilters,
    CaseloadOnPaper,
    CaseloadTable,
    Figure,
    FigureDefinition,
    Legend,
    Popover,
    ReasonsPopover,
    SelectionBar,
    TasksForEach,
  ],
  providers: [LineSelection],
  templateUrl: './caseload-list.html',
  styleUrl: './caseload-list.css',
})
export class CaseloadList {
  readonly caseload = input.required<Caseload>();
  readonly changed = input.required<ChangedCells>();
  /** Whose list it is, as it was asked for. */
  readonly query = input<CaseloadQuery>({});
  /** Query that goes along to a client. */
  readonly kept = input('');
  readonly sort = input('');
  /** As the address names them; empty for the usual ones. */
  readonly columns = input('');
  readonly density = input<Density>('');
  readonly programName = input('');
  readonly reason = input('');
  /** The kind of news that the list is narrowed to, and whom it is of. */
  readonly news = input('');
  readonly only = input<ReadonlySet<string> | null>(null);
  /** The moment that was chosen; none for now. */
  readonly asOf = input<string>();
  readonly narrowed = output<Record<string, string>>();
  readonly clientOpened = output<string>();

  protected readonly attended = ATTENDED;
  // Search text never enters the address: it is a name.
  protected readonly text = signal('');
  protected readonly asked = signal<RowAct | null>(null);

  protected readonly arrangement = computed<Arrangement>(() => ({
    sort: this.sort(),
    program: this.programName(),
    reason: this.reason(),
    text: this.text(),
    news: this.news(),
    only: this.only(),
  }));
  protected readonly columnsOpen = signal(false);
  private readonly table = viewChild(CaseloadTable);
  protected readonly leftOut = computed(() => this.table()?.layout().leftOut ?? []);
  protected readonly chosen = computed(() => chosenColumns(this.columns()));
  protected readonly rows = computed(() => arrangeLines(this.caseload().lines, this.arrangement()));
  protected readonly apart = computed(() => toldApart(this.caseload().lines));
  protected readonly asOfWords = computed(() => {
    const timeZone = this.caseload().lines[0]?.timeZone;
    return timeZone ? clinicMoment(this.caseload().asOf, timeZone) : null;
  });

  protected readonly selection = inject(LineSelection);
  protected readonly listed = computed(() => idsOf(this.rows()));
  protected readonly selectedLines = computed(() => {
    const ids = this.selection.ids();
    return this.caseload().lines.filter(({ clientId }) => ids.has(clientId));
  });
  /** What is printed and taken as a file: those who are selected, or else the list. */
  protected readonly taken = computed(() => {
    const selected = this.selection.ids();
    if (selected.size === 0) return this.rows();
    const everybody = { ...this.arrangement(), ...NOT_NARROWED };
    return arrangeLines(this.selectedLines(), everybody);
  });
  protected readonly narrowedTo = computed(() => {
    const selected = this.selection.ids().size;
    const of = selected > 0 ? { ...this.arrangement(), ...NOT_NARROWED } : this.arrangement();
    return arrangementInWords(of, selected);
  });
  protected readonly file = computed((): ExportedFile => ({
    url: '/api/caseload/export',
    query: {},
    name: 'caseload',
    body: {
      query: this.query(),
      clientIds: idsOf(this.taken()),
      columns: this.chosen().map(({ id }) => id),
      narrowed: this.narrowedTo(),
    },
  }));
  protected readonly selectedSaid = computed(() => {
    const [size, lost] = [this.selection.ids().size, this.selection.lost()];
    const left =
      lost > 0 ? `${lost} left the list and ${lost === 1 ? 'is' : 'are'} no longer selected. ` : '';
    return size > 0 ? `${left}${size} selected` : left;
  });
  /** Those for whom a task is being written: as they were when it was begun. */
  protected readonly taskFor = signal<readonly CaseloadLine[] | null>(null);
  protected readonly tasksAdded = signal(0);
  protected readonly today = computed(() => {
    const { asOf, lines } = this.caseload();
    return localTime(Date.parse(asOf), lines[0]?.timeZone ?? 'UTC').day;
  });
  protected readonly mayAddTasks = computed(() => {
    const role = this.me()?.role;
    return role !== undefined && mayDo(role, 'outreach:write');
  });

  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  constructor() {
    effect(() => {
      const { lines } = this.caseload();
      untracked(() => this.selection.keepWithin(lines));
    });
    effect(() => {
      // What was done for some says nothing of others.
      this.selection.ids();
      this.tasksAdded.set(0);
    });
  }

  protected answer(act: RowAct): void {
    if (act.what === 'client') this.clientOpened.emit(act.line.clientId);
    else this.asked.set(act);
  }

  protected clearFilters(): void {
    this.text.set('');
    this.narrowed.emit({ programName: '', reason: '', news: '' });
  }
}

const NOT_NARROWED = { program: '', reason: '', news: '', text: '', only: null };
