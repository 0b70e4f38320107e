import { Component, inject, output } from '@angular/core';
import { InitialsOnly } from '../ui/client-name/initials-only';
import { Icon } from '../ui/icon/icon';
import { Theme, type ThemeName } from '../ui/theme/theme';

const THEMES: { name: ThemeName; word: string }[] = [
  { name: 'system', word: 'As the system' },
  { name: 'light', word: 'Light' },
  { name: 'dark', word: 'Dark' },
  { name: 'contrast', word: 'High contrast' },
];

/** What a reader sets for themselves: initials only, theme, keys, sign out. */
@Component({
  selector: 'app-reader-tools',
  imports: [Icon],
  template: `
    <button
      type="button"
      aria-label="Initials only"
      aria-keyshortcuts="i"
      title="Initials only (i)"
      [attr.aria-pressed]="initialsOnly.on()"
      (click)="initialsOnly.toggle()"
    >
      <app-icon name="initials" />
    </button>
    <label title="Theme">
      <span class="visually-hidden">Theme</span>
      <app-icon name="theme" />
      <select #choice [value]="theme.name()" (change)="choose(choice.value)">
        @for (theme of themes; track theme.name) {
          <option [value]="theme.name">{{ theme.word }}</option>
        }
      </select>
    </label>
    <button type="button" aria-label="Keys" title="Keys (?)" (click)="keysAsked.emit()">
      <app-icon name="keys" />
    </button>
    <button type="button" aria-label="Sign out" title="Sign out" (click)="signOut.emit()">
      <app-icon name="sign-out" />
    </button>
  `,
  styleUrl: './reader-tools.css',
})
export class ReaderTools {
  readonly keysAsked = output();
  readonly signOut = output();

  protected readonly themes = THEMES;
  protected readonly initialsOnly = inject(InitialsOnly);
  protected readonly theme = inject(Theme);

  protected choose(name: string): void {
    this.theme.name.set(name as ThemeName);
  }
}
