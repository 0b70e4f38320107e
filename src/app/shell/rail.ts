import { Component, input } from '@angular/core';
import { type Params, RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import type { Place } from './place';

/** The places of the house: a rail at the side, a bar at the foot of a narrow screen. */
@Component({
  selector: 'app-rail',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Main">
      @for (place of places(); track place.path) {
        <a
          [routerLink]="place.path"
          routerLinkActive="on"
          ariaCurrentWhenActive="page"
          [title]="place.word"
          [queryParams]="kept()"
        >
          <app-icon [name]="place.icon" />
          <span>{{ place.word }}</span>
          @if (counts()[place.path]; as count) {
            <b class="number" [attr.aria-label]="count + ' open'">{{ count }}</b>
          }
        </a>
      }
      <ng-content />
    </nav>
  `,
  styleUrl: './rail.css',
})
export class Rail {
  readonly places = input.required<readonly Place[]>();
  /** How much work waits in a place, by its path. */
  readonly counts = input<Readonly<Partial<Record<string, number>>>>({});
  /** Query parameters that go along from page to page. */
  readonly kept = input.required<Params>();
}
