import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import { ServerEventsActions } from './server-events.actions';

/** Longer than any page waits for several changes to come together. */
const BURST_MS = 2_001;

/** The server says that anything may have changed, and the time in which changes are gathered is over. */
export function tellChange(): void {
  jasmine.clock().install();
  try {
    TestBed.inject(Store).dispatch(ServerEventsActions.reconnected());
    jasmine.clock().tick(BURST_MS);
  } finally {
    jasmine.clock().uninstall();
  }
}
