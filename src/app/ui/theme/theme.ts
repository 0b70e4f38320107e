import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';

export type ThemeName = 'system' | 'light' | 'dark' | 'contrast';

const KEY = 'throughline.theme';

/** Light, dark or high contrast; the system's own until somebody chooses. */
@Service()
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;

  readonly name = signal((localStorage.getItem(KEY) ?? 'system') as ThemeName);

  constructor() {
    effect(() => {
      const name = this.name();
      localStorage.setItem(KEY, name);
      if (name === 'system') delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = name;
    });
  }
}
