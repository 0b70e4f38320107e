import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { NewDisclosure } from '#domain/disclosures/disclosure.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { SiteZone } from '../../../period/site-zone';
import { initialsOf } from '../../../ui/client-name/client-name-text';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { NotInScope } from '../../../ui/page-states/not-in-scope';
import { PrintButton } from '../../../ui/print/print-button';
import { clientProgressFeature } from '../state/client-progress.feature';
import { DisclosuresActions } from '../state/disclosures.actions';
import { disclosuresFeature } from '../state/disclosures.feature';
import { DisclosureForm } from './disclosure-form';
import { DisclosureNotice } from './disclosure-notice';
import { UtilizationPacket } from './utilization-packet';

/** What a payer asks for, for paper: read here, accounted for, and only then printed. */
@Component({
  selector: 'app-utilization-review-page',
  imports: [
    DisclosureForm,
    DisclosureNotice,
    FailedNotice,
    LoadingLines,
    NotInScope,
    PrintButton,
    RouterLink,
    UtilizationPacket,
  ],
  templateUrl: './utilization-review-page.html',
  styleUrl: './utilization-review-page.css',
})
export class UtilizationReviewPage {
  private readonly store = inject(Store);

  readonly clientId = input.required<string>();

  protected readonly client = this.store.selectSignal(clientProgressFeature.selectProgress);
  protected readonly unread = this.store.selectSignal(clientProgressFeature.selectProblem);
  protected readonly found = this.store.selectSignal(disclosuresFeature.selectFound);
  private readonly notFound = this.store.selectSignal(disclosuresFeature.selectProblem);
  protected readonly problem = computed(() => this.unread() ?? this.notFound());
  protected readonly notInScope = computed(() =>
    ['not-found', 'not-permitted'].includes(this.problem()?.code ?? ''),
  );
  protected readonly sending = this.store.selectSignal(disclosuresFeature.selectSending);
  protected readonly refused = this.store.selectSignal(disclosuresFeature.selectRefused);
  private readonly writtenId = this.store.selectSignal(disclosuresFeature.selectWritten);
  protected readonly review = computed(() => this.found()?.utilizationReview ?? null);
  /** The disclosure that covers what is printed now. */
  protected readonly written = computed(() =>
    this.found()?.disclosures.find(({ id }) => id === this.writtenId()),
  );
  protected readonly mayDisclose = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  constructor() {
    const [heading, zone, title] = [inject(PageHeading), inject(SiteZone), inject(Title)];
    effect(() => {
      const clientId = this.clientId();
      untracked(() => this.store.dispatch(DisclosuresActions.shown({ clientId })));
    });
    effect(() => {
      const client = this.client();
      heading.show({
        title: 'Client',
        ...(client && { client }),
        scope: 'Packet for the payer',
        from: { title: 'Caseload', path: '/caseload', asItWas: true },
      });
      if (!client) return;
      zone.show(client.timeZone);
      title.setTitle(`${initialsOf(client)}, packet for the payer · Throughline`);
    });
  }

  protected at(instant: string): string {
    return clinicMoment(instant, this.client()?.timeZone ?? 'UTC');
  }

  protected submit(disclosure: NewDisclosure): void {
    this.store.dispatch(DisclosuresActions.submitted({ clientId: this.clientId(), disclosure }));
  }

  protected retry(): void {
    this.store.dispatch(DisclosuresActions.retryClicked({ clientId: this.clientId() }));
  }
}
