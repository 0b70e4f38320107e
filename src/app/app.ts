import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SvgSprite } from './ui/icon/svg-sprite';
import { Theme } from './ui/theme/theme';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, SvgSprite],
  template: `
    <app-svg-sprite />
    <router-outlet />
  `,
})
export class App {
  // Made here so that every page, the sign-in too, stands in the theme that was chosen.
  protected readonly theme = inject(Theme);
}
