import { Component } from '@angular/core';

/** One sentence for both, so that an address never tells whether a record exists. */
@Component({
  selector: 'app-not-in-scope',
  template: `<p>You do not have access to this record, or it does not exist.</p>`,
  styles: `
    p {
      padding: 24px 0;
    }
  `,
})
export class NotInScope {}
