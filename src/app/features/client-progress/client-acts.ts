import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import { accessFeature } from '../../access/state/access.feature';
import { PrintButton } from '../../ui/print/print-button';

/** What can be done from a client's page, whatever part of it is read. */
@Component({
  selector: 'app-client-acts',
  imports: [PrintButton, RouterLink],
  template: `
    @if (shared()) {
      <a class="chip" [routerLink]="[]" [queryParams]="{ view: null }" queryParamsHandling="merge"
        >Back to the staff’s page</a
      >
    } @else {
      @if (mayWrite()) {
        <a
          class="chip on"
          [routerLink]="[]"
          [queryParams]="{ contact: clientId() }"
          queryParamsHandling="merge"
          >Log contact</a
        >
      }
      <a
        class="chip"
        title="Without reasons, criteria and comparisons"
        [routerLink]="[]"
        [queryParams]="{ view: 'shared' }"
        queryParamsHandling="merge"
        >Show to the client</a
      >
      <a
        class="chip"
        title="What a utilization review asks for"
        [routerLink]="['utilization-review']"
        >Packet for the payer</a
      >
      <a class="chip" title="For who treats next" [routerLink]="['hand-off']">Hand-off sheet</a>
      <a class="chip" title="For a court or probation office" [routerLink]="['court-report']"
        >Court report</a
      >
      <a class="chip" title="Who was told what, and when" [routerLink]="['disclosures']"
        >Disclosures</a
      >
    }
    <app-print-button [word]="shared() ? 'Print' : 'One page'" />
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: 6px;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ClientActs {
  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  readonly clientId = input.required<string>();
  /** The view that is shown to the client is open. */
  readonly shared = input.required<boolean>();

  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });
}
