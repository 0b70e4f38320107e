import { TestBed } from '@angular/core/testing';
import type { Action } from '@ngrx/store';
import { eventStream, OPEN_EVENT_SOURCE } from './event-stream';
import { ServerEventsActions } from './server-events.actions';

describe('eventStream', () => {
  it('turns a message into a change', () => {
    const { source, heard } = listen();
    const change = { topic: 'caseload' as const, ids: ['a'] };
    source.onmessage!(new MessageEvent('message', { data: JSON.stringify(change) }));
    expect(heard).toEqual([ServerEventsActions.changed({ change })]);
  });

  it('says once that the server is gone, and when it is back', () => {
    const { source, heard } = listen();
    source.onopen!(new Event('open'));
    source.onerror!(new Event('error'));
    source.onerror!(new Event('error'));
    source.onopen!(new Event('open'));
    expect(heard).toEqual([ServerEventsActions.lost(), ServerEventsActions.reconnected()]);
  });

  it('opens the stream anew where the browser has given up', () => {
    jasmine.clock().install();
    const { source, opened } = listen();
    Object.assign(source, { readyState: EventSource.CLOSED });
    source.onerror!(new Event('error'));
    jasmine.clock().tick(5_000);
    expect(opened()).toBe(2);
    jasmine.clock().uninstall();
  });
});

function listen() {
  const source = Object.assign(new EventTarget(), {
    readyState: EventSource.OPEN,
    close: () => undefined,
  }) as unknown as EventSource;
  const open = jasmine.createSpy('open').and.returnValue(source);
  TestBed.configureTestingModule({ providers: [{ provide: OPEN_EVENT_SOURCE, useValue: open }] });
  const heard: Action[] = [];
  TestBed.runInInjectionContext(() => eventStream()).subscribe((action) => heard.push(action));
  return { source, heard, opened: () => open.calls.count() };
}
