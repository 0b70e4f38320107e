import { Component, computed, inject, input } from '@angular/core';
import { Store } from '@ngrx/store';
import { accessFeature } from '../../access/state/access.feature';
import { CaseloadOverviewPage } from './caseload-overview-page';
import type { Density } from './caseload-layout';
import { CaseloadPage } from './caseload-page';

/** A counselor begins with names; a supervisor and a director with counts, until they open a list. */
@Component({
  selector: 'app-caseload-start',
  imports: [CaseloadOverviewPage, CaseloadPage],
  template: `
    @if (named()) {
      <app-caseload-page
        [asOf]="asOf()"
        [counselor]="counselor()"
        [site]="site()"
        [program]="program()"
        [sort]="sort()"
        [programName]="programName()"
        [reason]="reason()"
        [since]="since()"
        [news]="news()"
        [columns]="columns()"
        [density]="density()"
      />
    } @else {
      @defer (on immediate) {
        <app-caseload-overview-page [asOf]="asOf()" [site]="site()" />
      }
    }
  `,
  styles: `
    :host {
      display: block;
      height: 100%;
    }
  `,
})
export class CaseloadStart {
  // From the query string.
  readonly asOf = input<string>();
  readonly counselor = input<string>();
  readonly site = input<string>();
  readonly program = input<string>();
  readonly sort = input<string>();
  readonly programName = input<string>();
  readonly reason = input<string>();
  readonly since = input<string>();
  readonly news = input<string>();
  readonly columns = input<string>();
  readonly density = input<Density>();

  protected readonly named = computed(
    () => this.me()?.role === 'counselor' || !!this.counselor() || !!this.program(),
  );

  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);
}
