import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  type OnDestroy,
  output,
  viewChild,
} from '@angular/core';
import { Store } from '@ngrx/store';
import type { FoundClient } from '#domain/client-search/client-search.contract';
import { ClientName } from '../../ui/client-name/client-name';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { calendarDate } from '../../ui/clinic-time/clinic-time';
import { Icon } from '../../ui/icon/icon';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { ClientSearchActions } from './client-search.actions';
import { clientSearchFeature } from './client-search.feature';

/** Finds a client by name, initials or record number, among those in reach. Esc closes. */
@Component({
  selector: 'app-client-search-dialog',
  imports: [ClientName, FailedNotice, Icon],
  templateUrl: './client-search-dialog.html',
  styleUrl: './client-search-dialog.css',
})
export class ClientSearchDialog implements OnDestroy {
  private readonly store = inject(Store);

  /** What was typed before the box was there. */
  readonly typedAhead = input('');
  readonly chosen = output<string>();
  readonly closed = output();

  protected readonly initialsOnly = inject(InitialsOnly).on;
  protected readonly status = this.store.selectSignal(clientSearchFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(clientSearchFeature.selectProblem);
  protected readonly clients = computed(() => this.found()?.clients ?? []);
  protected readonly asking = computed(() => this.status() === 'loading');
  /** The one that Enter opens: the first, until the arrows say otherwise. */
  protected readonly active = linkedSignal(() => this.clients()[0] ?? null);
  protected readonly said = computed(() => {
    if (this.status() === 'idle') return 'Two letters or more; initials as C. S.';
    if (this.status() !== 'ready') return '';
    const count = this.clients().length;
    if (count === 0) return 'No client of yours matches.';
    if (this.found()?.more) return `The first ${count}. Write more letters to see others.`;
    return count === 1 ? '1 client' : `${count} clients`;
  });

  private readonly found = this.store.selectSignal(clientSearchFeature.selectFound);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
      const box = this.box().nativeElement;
      box.focus();
      box.value = this.typedAhead();
      if (box.value) this.type(box.value);
    });
    effect(() => {
      const active = this.active();
      if (active)
        document.getElementById(`found-${active.clientId}`)?.scrollIntoView({ block: 'nearest' });
    });
  }

  ngOnDestroy(): void {
    this.store.dispatch(ClientSearchActions.closed());
  }

  protected type(text: string): void {
    this.store.dispatch(ClientSearchActions.typed({ text }));
  }

  protected retry(): void {
    const text = this.box().nativeElement.value;
    this.store.dispatch(ClientSearchActions.retryClicked({ text }));
  }

  protected step(by: 1 | -1, event: Event): void {
    event.preventDefault();
    const clients = this.clients();
    const at = clients.findIndex((client) => client === this.active()) + by;
    this.active.set(clients[(at + clients.length) % clients.length] ?? null);
  }

  protected choose(client: FoundClient | null): void {
    // What is listed belongs to other letters while these are being asked for.
    if (client && !this.asking()) this.chosen.emit(client.clientId);
  }

  protected whereOf({ program, counselor, inCare, leftOn }: FoundClient): string {
    const state = inCare ? '' : leftOn ? `left ${calendarDate(leftOn)}` : 'not in care';
    return [state, program, counselor].filter(Boolean).join(' · ');
  }
}
