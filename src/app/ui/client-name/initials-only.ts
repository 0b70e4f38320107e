import { effect, Service, signal } from '@angular/core';

const KEY = 'throughline.initials-only';

/** Whether names are shown as initials: a screen that others can see. */
@Service()
export class InitialsOnly {
  readonly on = signal(localStorage.getItem(KEY) === 'true');

  constructor() {
    effect(() => localStorage.setItem(KEY, String(this.on())));
  }

  toggle(): void {
    this.on.update((on) => !on);
  }
}
