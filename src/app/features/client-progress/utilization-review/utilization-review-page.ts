import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { NotInScope } from '../../../ui/page-states/not-in-scope';
import { PrintButton } from '../../../ui/print/print-button';
import { DisclosureNotice } from '../disclosures/disclosure-notice';
import { disclosurePage } from '../disclosures/disclosure-page';
import { DisclosuresBefore } from '../disclosures/disclosures-before';
import { DisclosureForm } from './disclosure-form';
import { UtilizationPacket } from './utilization-packet';

/** What a payer asks for, for paper: read here, accounted for, and only then printed. */
@Component({
  selector: 'app-utilization-review-page',
  imports: [
    DisclosureForm,
    DisclosureNotice,
    DisclosuresBefore,
    FailedNotice,
    LoadingLines,
    NotInScope,
    PrintButton,
    RouterLink,
    UtilizationPacket,
  ],
  templateUrl: './utilization-review-page.html',
  styleUrl: '../disclosures/disclosure-page.css',
})
export class UtilizationReviewPage {
  readonly clientId = input.required<string>();

  protected readonly page = disclosurePage(this.clientId, 'Packet for the payer');
  protected readonly review = computed(() => this.page.found()?.utilizationReview ?? null);
}
