import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import type { DisclosureKind, DisclosureQuery } from '#domain/disclosures/disclosure.contract';
import { DISCLOSURE_WORDS } from '#domain/disclosures/disclosure-words';
import { SiteZone } from '../../period/site-zone';
import { clientNameText } from '../../ui/client-name/client-name-text';
import { InitialsOnly } from '../../ui/client-name/initials-only';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { PrintButton } from '../../ui/print/print-button';
import { DisclosureLogPageActions } from './state/disclosure-log.actions';
import { disclosureLogFeature } from './state/disclosure-log.feature';

/** Who was told what of everybody in reach, and what was tried and refused: for those who answer for it. */
@Component({
  selector: 'app-disclosure-log-page',
  imports: [FailedNotice, LoadingLines, PrintButton, RouterLink],
  templateUrl: './disclosure-log-page.html',
  styleUrls: ['../../ui/list-table.css', './disclosure-log-page.css'],
})
export class DisclosureLogPage {
  private readonly store = inject(Store);
  private readonly initialsOnly = inject(InitialsOnly);
  private readonly zone = inject(SiteZone);

  // From the query string.
  readonly show = input<string>();
  readonly kind = input<string>();

  protected readonly found = this.store.selectSignal(disclosureLogFeature.selectFound);
  protected readonly problem = this.store.selectSignal(disclosureLogFeature.selectProblem);
  protected readonly words = DISCLOSURE_WORDS;
  protected readonly kinds = Object.keys(DISCLOSURE_WORDS) as DisclosureKind[];
  protected readonly query = computed((): DisclosureQuery => {
    const [show, kind] = [this.show(), this.kind()];
    return {
      ...(show === 'disclosed' || show === 'refused' ? { show } : {}),
      ...(kind !== undefined && kind in DISCLOSURE_WORDS ? { kind: kind as DisclosureKind } : {}),
    };
  });
  protected readonly lines = computed(() =>
    (this.found()?.lines ?? []).map((line) => ({
      ...line,
      when: clinicMoment(line.at, this.zone.timeZone()),
      name: clientNameText(line.client, this.initialsOnly.on()),
    })),
  );

  constructor() {
    const heading = inject(PageHeading);
    this.zone.show(null);
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(DisclosureLogPageActions.shown({ query })));
    });
    effect(() => {
      heading.show({ title: 'Disclosures', scope: 'Who was told what' });
    });
  }

  protected retry(): void {
    this.store.dispatch(DisclosureLogPageActions.retryClicked({ query: this.query() }));
  }
}
