import { Service, signal } from '@angular/core';

/** The time zone of the site whose data is open: the one that the frame's times are written in. */
@Service()
export class SiteZone {
  private readonly shown = signal(Intl.DateTimeFormat().resolvedOptions().timeZone);

  readonly timeZone = this.shown.asReadonly();

  show(timeZone: string): void {
    this.shown.set(timeZone);
  }
}
