import { Service, signal } from '@angular/core';
import type { NamedClient } from '../client-name/client-name-text';

export interface Heading {
  title: string;
  /** In place of the title on a client's page: shown by name or initials, never in the tab. */
  client?: NamedClient;
  /** What comes after it: whose, how many. */
  scope: string;
  /** What the page shows can be narrowed to one site. */
  bySite?: boolean;
  /** The page above. */
  from?: { title: string; path: string; /** With its filters and order. */ asItWas?: boolean };
}

const NONE: Heading = { title: '', scope: '' };

/** What the open page is called: pages say it, the frame shows it. */
@Service()
export class PageHeading {
  private readonly shown = signal(NONE);

  readonly current = this.shown.asReadonly();

  show(heading: Heading): void {
    this.shown.set(heading);
  }
}
