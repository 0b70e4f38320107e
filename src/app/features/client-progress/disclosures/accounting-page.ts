import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { NotInScope } from '../../../ui/page-states/not-in-scope';
import { PrintButton } from '../../../ui/print/print-button';
import { disclosurePage } from './disclosure-page';
import { DISCLOSURE_WORDS } from '#domain/disclosures/disclosure-words';

/** Who was told what of a client within three years, as the client may ask for it (42 CFR 2.25). */
@Component({
  selector: 'app-accounting-page',
  imports: [FailedNotice, LoadingLines, NotInScope, PrintButton, RouterLink],
  templateUrl: './accounting-page.html',
  styleUrls: ['./disclosure-page.css', './accounting-page.css'],
})
export class AccountingPage {
  readonly clientId = input.required<string>();

  protected readonly page = disclosurePage(this.clientId, 'Disclosures');
  protected readonly words = DISCLOSURE_WORDS;
}
