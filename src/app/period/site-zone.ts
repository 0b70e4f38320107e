import { computed, inject, Service, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { accessFeature } from '../access/state/access.feature';

/** The time zone that the frame's times are written in: of the site whose data is open, else the reader's. */
@Service()
export class SiteZone {
  private readonly shown = signal<string | null>(null);
  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  readonly timeZone = computed(
    () => this.shown() ?? this.me()?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );

  /** `null` where what is open belongs to no site. */
  show(timeZone: string | null): void {
    this.shown.set(timeZone);
  }
}
