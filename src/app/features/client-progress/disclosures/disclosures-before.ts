import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientDisclosures } from '#domain/disclosures/disclosure.contract';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { DISCLOSURE_WORDS } from '#domain/disclosures/disclosure-words';

/** What left about a client, and what was tried and refused. */
@Component({
  selector: 'app-disclosures-before',
  imports: [RouterLink],
  template: `
    <h2>Disclosed before</h2>
    <ul>
      @for (one of found().disclosures; track one.id) {
        <li>
          {{ at(one.at, timeZone()) }}: to {{ one.recipient
          }}{{ one.address ? ', ' + one.address : '' }}; {{ one.purpose }};
          {{ one.what.join(', ') }}. {{ one.by }}
        </li>
      } @empty {
        <li class="unknown">Nothing is recorded.</li>
      }
    </ul>
    @if (found().refusals.length > 0) {
      <h2>Tried and refused</h2>
      <ul>
        @for (one of found().refusals; track $index) {
          <li>
            {{ at(one.at, timeZone()) }}: {{ words[one.kind] }} to {{ one.recipient }}.
            {{ one.words }}
            {{ one.by }}
          </li>
        }
      </ul>
    }
    <p><a class="link" [routerLink]="['..', 'disclosures']">Everything disclosed, to print</a></p>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 24px;
    }
    h2:not(:first-child) {
      margin-top: 12px;
    }
    li {
      max-width: 110ch;
      padding: 3px 0;
    }
    p {
      margin-top: 8px;
    }
  `,
})
export class DisclosuresBefore {
  readonly found = input.required<ClientDisclosures>();
  readonly timeZone = input.required<string>();

  protected readonly at = clinicMoment;
  protected readonly words = DISCLOSURE_WORDS;
}
