import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading } from '../ui/page-heading/page-heading';

/** An address that leads nowhere. */
@Component({
  selector: 'app-not-found-page',
  imports: [RouterLink],
  template: `
    <p>This address leads nowhere. <a class="link" routerLink="/">Go to the first page.</a></p>
  `,
  styles: `
    p {
      padding: 24px;
    }
  `,
})
export class NotFoundPage {
  constructor() {
    inject(PageHeading).show({ title: 'Not found', scope: '' });
  }
}
