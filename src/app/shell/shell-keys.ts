import { Directive, inject, output, signal } from '@angular/core';
import { InitialsOnly } from '../ui/client-name/initials-only';
import { isTyping } from '../ui/keys/is-typing';

/** Keys that work on every page, except where somebody is typing. */
@Directive({
  selector: '[appShellKeys]',
  exportAs: 'shellKeys',
  host: { '(document:keydown)': 'press($event)' },
})
export class ShellKeys {
  private readonly initialsOnly = inject(InitialsOnly);

  readonly keysAsked = output();
  readonly searchAsked = output();

  /** Letters that were struck after the slash, before the box was there to take them. */
  readonly typedAhead = signal('');
  private holding = false;

  protected press(event: KeyboardEvent): void {
    if (isTyping(event.target)) this.hold(false);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (this.holding) this.typeAhead(event);
    else if (event.key === 'i') this.initialsOnly.toggle();
    else if (event.key === '?') this.keysAsked.emit();
    else if (event.key === '/') {
      this.hold(true);
      this.searchAsked.emit();
      // Or it would be the first letter in the box.
      event.preventDefault();
    }
  }

  private typeAhead(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.hold(false);
    if (event.key.length > 1) return;
    this.typedAhead.update((typed) => typed + event.key);
    event.preventDefault();
  }

  /** From the slash until the box has taken the first letter itself. */
  private hold(on: boolean): void {
    this.holding = on;
    this.typedAhead.set('');
  }
}
