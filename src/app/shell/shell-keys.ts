import { Directive, inject, output } from '@angular/core';
import { InitialsOnly } from '../ui/client-name/initials-only';
import { isTyping } from '../ui/keys/is-typing';

/** Keys that work on every page, except where somebody is typing. */
@Directive({
  selector: '[appShellKeys]',
  host: { '(document:keydown)': 'press($event)' },
})
export class ShellKeys {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly keysAsked = output();
  readonly searchAsked = output();

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'i') this.initialsOnly.toggle();
    else if (event.key === '?') this.keysAsked.emit();
    else if (event.key === '/') {
      this.searchAsked.emit();
      // Or it would be the first letter in the box.
      event.preventDefault();
    }
  }
}
