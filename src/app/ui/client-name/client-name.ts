import { Component, computed, inject, input } from '@angular/core';
import { clientNameText, type NamedClient } from './client-name-text';
import { InitialsOnly } from './initials-only';

/** A client's name, or their initials where names are not to be shown. */
@Component({
  selector: 'app-client-name',
  template: `{{ text() }}`,
})
export class ClientName {
  readonly client = input.required<NamedClient>();
  /** What tells two clients of the same initials apart, shown with initials only. */
  readonly apart = input('');

  private readonly initialsOnly = inject(InitialsOnly);

  protected readonly text = computed(() => {
    const name = clientNameText(this.client(), this.initialsOnly.on());
    return this.initialsOnly.on() && this.apart() ? `${name} (${this.apart()})` : name;
  });
}
