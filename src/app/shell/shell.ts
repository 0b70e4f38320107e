import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { Store } from '@ngrx/store';
import { interval, map } from 'rxjs';
import { mayDo } from '#domain/access/permission';
import { AutomaticSignOff } from '../access/automatic-sign-off';
import { ReaderActions } from '../access/state/access.actions';
import { accessFeature } from '../access/state/access.feature';
import { serverEventsFeature } from '../http/server-events.feature';
import { SiteZone } from '../period/site-zone';
import { ClientName } from '../ui/client-name/client-name';
import { InitialsOnly } from '../ui/client-name/initials-only';
import { clinicMoment } from '../ui/clinic-time/clinic-time';
import { Icon } from '../ui/icon/icon';
import { PageHeading } from '../ui/page-heading/page-heading';
import { PaperFoot } from '../ui/print/paper-foot';
import { SelectChip } from '../ui/select-chip/select-chip';
import { AsOfChoice } from './as-of-choice';
import { ClientSearchDialog } from './client-search/client-search-dialog';
import { ContactPanel } from './contact/contact-panel';
import { KeysDialog } from './keys-dialog';
import { placesOf } from './place';
import { Rail } from './rail';
import { ReaderTools } from './reader-tools';
import { roleWord } from './role-word';
import { SafetyBand } from './safety/safety-band';
import { ShellKeys } from './shell-keys';
import { SignOffWarning } from './sign-off-warning';
import { SourceRecordPanel } from './source-record/source-record-panel';
import { TaskCounter } from './task-counter';

/** The frame of every page: where to go, who reads, what the page is and how old its data. */
@Component({
  selector: 'app-shell',
  imports: [
    AsOfChoice,
    ClientName,
    ClientSearchDialog,
    ContactPanel,
    Icon,
    KeysDialog,
    PaperFoot,
    Rail,
    ReaderTools,
    RouterLink,
    RouterOutlet,
    SafetyBand,
    SelectChip,
    ShellKeys,
    SignOffWarning,
    SourceRecordPanel,
    TaskCounter,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly store = inject(Store);
  private readonly router = inject(Router);

  // From the query string.
  readonly asOf = input<string>();
  readonly record = input<string>();
  /** The client to log a contact with. */
  readonly contact = input<string>();
  readonly site = input<string>();

  protected readonly me = this.store.selectSignal(accessFeature.selectMe);
  protected readonly heading = inject(PageHeading).current;
  protected readonly timeZone = inject(SiteZone).timeZone;
  protected readonly initialsOnly = inject(InitialsOnly).on;
  protected readonly signOffWarning: () => boolean;
  protected readonly keysShown = signal(false);
  protected readonly searchShown = signal(false);
  protected readonly toolsShown = signal(false);

  protected readonly role = computed(() => roleWord(this.me()?.role));
  /** The moment and the site looked at go along from page to page; filters stay where they are. */
  protected readonly keptParams = computed(() => ({
    asOf: this.asOf() ?? null,
    site: this.site() ?? null,
  }));
  protected readonly sites = computed(() => {
    const sites = this.heading().bySite ? (this.me()?.sites ?? []) : [];
    return sites.map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly seesClients = computed(() => mayDo(this.me()?.role ?? 'admin', 'client:read'));
  protected readonly places = computed(() => placesOf(this.me()));
  protected readonly worksWithClients = computed(() => {
    const role = this.me()?.role;
    return role !== undefined && mayDo(role, 'outreach:read');
  });
  protected readonly openTasks = signal(0);
  protected readonly counts = computed(() => ({ '/to-do': this.openTasks() }));
  protected readonly dataAsOf = computed(() => this.health()?.sync?.asOf ?? null);
  protected readonly now = computed(() => {
    const now = this.health()?.now;
    return now ? Date.parse(now) + this.tick() - this.receivedAt() : this.tick();
  });
  protected readonly printedAt = computed(() =>
    clinicMoment(new Date(this.now()).toISOString(), this.timeZone()),
  );
  protected readonly late = computed(() =>
    this.connected()
      ? (this.health()?.sync?.lateBecause ?? null)
      : 'The server has not answered since. Trying again.',
  );
  protected readonly historyMissing = computed(
    () => this.health()?.sync?.historyComplete === false,
  );

  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);
  private readonly receivedAt = this.store.selectSignal(serverEventsFeature.selectReceivedAt);
  private readonly connected = this.store.selectSignal(serverEventsFeature.selectConnected);
  private readonly tick = toSignal(interval(1_000).pipe(map(() => Date.now())), {
    initialValue: Date.now(),
  });

  constructor() {
    const signOff = inject(AutomaticSignOff);
    this.signOffWarning = signOff.warning;
    const watching = signOff.watch();
    inject(DestroyRef).onDestroy(() => watching.unsubscribe());
  }

  /** Changes what is looked at, and stays on the page. */
  protected look(queryParams: {
    asOf?: string | null;
    site?: string | null;
    record?: null;
    contact?: null;
  }): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected openClient(clientId: string): void {
    this.searchShown.set(false);
    void this.router.navigate(['/clients', clientId], { queryParams: this.keptParams() });
  }

  protected signOut(): void {
    this.store.dispatch(ReaderActions.signOutClicked());
  }
}
