import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import { ClientName } from '../../ui/client-name/client-name';
import { Popover } from '../../ui/popover/popover';
import { SignalMark } from '../../ui/signal-mark/signal-mark';
import { FLAG_WORDS } from '#domain/caseload/flag-words';
import { isMiss } from '#domain/caseload/is-miss';
import { flagValueInWords } from './flag-value-in-words';
import { MissFacts } from './miss-facts';

/** Why a client stands in the list: rule, value, threshold and the records behind each. */
@Component({
  selector: 'app-reasons-popover',
  imports: [ClientName, MissFacts, Popover, RouterLink, SignalMark],
  template: `
    <app-popover [origin]="origin()" label="Why listed here" (closed)="closed.emit()">
      <h3><app-client-name [client]="line()" /></h3>
      <ul>
        @for (reason of reasons(); track $index) {
          <li>
            <app-signal-mark [rule]="reason.flag.rule" />
            <div>
              <p>
                <b>{{ reason.flag.what }}</b> {{ reason.flag.evidence }}
              </p>
              <p class="label sub">Rule: {{ reason.rule }}. {{ reason.value }}</p>
              @if (reason.isMiss) {
                <a
                  class="link label"
                  [routerLink]="[]"
                  [queryParams]="{ contact: line().clientId }"
                  queryParamsHandling="merge"
                  (click)="closed.emit()"
                  >Log contact</a
                >
              }
              @for (recordId of reason.flag.recordIds; track recordId) {
                <a
                  class="link label"
                  [routerLink]="[]"
                  [queryParams]="{ record: recordId }"
                  queryParamsHandling="merge"
                  [attr.aria-label]="'Record ' + ($index + 1) + ': ' + reason.flag.what"
                  (click)="closed.emit()"
                  >Record{{ $count > 1 ? ' ' + ($index + 1) : '' }}</a
                >
              }
            </div>
          </li>
        }
      </ul>
      @if (missed()) {
        <app-miss-facts [clientId]="line().clientId" [asOf]="asOf()" />
      }
    </app-popover>
  `,
  styles: `
    li {
      display: flex;
      gap: 8px;
      padding: 6px 0;
    }
    app-signal-mark {
      margin-top: 4px;
    }
    b {
      font-weight: 600;
    }
    a {
      display: inline-block;
      min-height: 24px;
      margin-right: 12px;
    }
  `,
})
export class ReasonsPopover {
  readonly line = input.required<CaseloadLine>();
  /** The moment that was chosen; none for now. */
  readonly asOf = input<string>();
  readonly origin = input.required<Element>();
  readonly closed = output();

  protected readonly missed = computed(() => this.line().flags.some(isMiss));
  protected readonly reasons = computed(() =>
    this.line().flags.map((flag) => ({
      flag,
      isMiss: flag.rule === 'missed-last' || flag.rule === 'consecutive-misses',
      rule: FLAG_WORDS[flag.rule].toLowerCase(),
      value: flagValueInWords(flag),
    })),
  );
}
