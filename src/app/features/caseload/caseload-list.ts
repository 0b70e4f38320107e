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
import type { Caseload, CaseloadQuery } from '#domain/caseload/caseload.contract';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { ATTENDED } from '../../ui/figure/attended-definition';
import { Figure } from '../../ui/figure/figure';
import { FigureDefinition } from '../../ui/figure/figure-definition';
import { Legend } from '../../ui/legend/legend';
import { Popover } from '../../ui/popover/popover';
import { type Arrangement, arrangeLines } from './arrange-lines';
import { CaseloadActs } from './caseload-acts';
import { CaseloadFilters } from './caseload-filters';
import type { Density } from './caseload-layout';
import { CaseloadOnPaper } from './caseload-on-paper';
import type { RowAct } from './caseload-row';
import { CaseloadTable } from './caseload-table';
import { chosenColumns } from './chosen-columns';
import { LineSelection } from './line-selection';
import { ReasonsPopover } from './reasons-popover';
import { SelectionBar } from './selection-bar';
import type { ChangedCells } from './state/changed-cells';
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
  protected readonly selectedSaid = computed(() => {
    const [size, lost] = [this.selection.ids().size, this.selection.lost()];
    const left =
      lost > 0 ? `${lost} left the list and ${lost === 1 ? 'is' : 'are'} no longer selected. ` : '';
    return size > 0 ? `${left}${size} selected` : left;
  });

  constructor() {
    effect(() => {
      const { lines } = this.caseload();
      untracked(() => this.selection.keepWithin(lines));
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
