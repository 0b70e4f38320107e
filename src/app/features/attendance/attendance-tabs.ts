import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

const TABS = [
  { path: '/attendance/trend', word: 'Trend' },
  { path: '/attendance/sessions', word: 'Sessions' },
  { path: '/attendance/groups', word: 'Groups' },
  { path: '/attendance/dose', word: 'Dose' },
];
/** Days and scope go along from tab to tab; what is open or listed on one page stays there. */
const OWN_OF_A_PAGE = {
  after: null,
  concern: null,
  counts: null,
  group: null,
  session: null,
  status: null,
};

/** The pages of attendance, first in the bar of each of them. */
@Component({
  selector: 'app-attendance-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Attendance">
      @for (tab of tabs; track tab.path) {
        <a
          [routerLink]="tab.path"
          [queryParams]="own"
          queryParamsHandling="merge"
          routerLinkActive="on"
          ariaCurrentWhenActive="page"
          >{{ tab.word }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 2px;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 26px;
      padding: 0 8px;
      border: 1px solid transparent;
      border-radius: var(--tl-radius);
      font: 500 12px/16px var(--tl-font);
      color: var(--tl-ink-2);
    }
    a:hover {
      text-decoration: none;
      background: var(--tl-hover);
    }
    .on {
      border-color: var(--tl-accent);
      background: var(--tl-accent-weak);
      color: var(--tl-accent);
    }
    @media (forced-colors: active) {
      a:not(.on) {
        border-color: Canvas;
      }
      .on {
        forced-color-adjust: none;
        border-color: Highlight;
        background: Highlight;
        color: HighlightText;
      }
    }
    @media (pointer: coarse) {
      a {
        min-height: 44px;
      }
    }
  `,
})
export class AttendanceTabs {
  protected readonly tabs = TABS;
  protected readonly own = OWN_OF_A_PAGE;
}
