import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Flag } from '#domain/caseload/caseload.contract';
import { SignalMark } from '../../ui/signal-mark/signal-mark';

/** Which rules a client meets now, with the records behind each. */
@Component({
  selector: 'app-client-reasons',
  imports: [RouterLink, SignalMark],
  template: `
    <h2>Why listed</h2>
    <ul>
      @for (flag of flags(); track $index) {
        <li>
          <app-signal-mark [rule]="flag.rule" />
          <span>
            <b>{{ flag.what }}</b> {{ flag.evidence }}
            @for (recordId of flag.recordIds; track recordId) {
              <a
                class="link label"
                [routerLink]="[]"
                [queryParams]="{ record: recordId }"
                queryParamsHandling="merge"
                [attr.aria-label]="'Record ' + ($index + 1) + ': ' + flag.what"
                >Record{{ $count > 1 ? ' ' + ($index + 1) : '' }}</a
              >
            }
          </span>
        </li>
      } @empty {
        <li class="sub">No rule met.</li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      gap: 8px;
      padding: 4px 0;
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
      margin-right: 8px;
    }
  `,
})
export class ClientReasons {
  readonly flags = input.required<readonly Flag[]>();
}
