import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore, ScannedActionsSubject } from '@ngrx/store';
import { followTime, type ShownNow } from './follow-time';
import { ServerEventsActions } from './server-events.actions';

const NOON = '2026-11-18T18:00:00Z';

describe('followTime', () => {
  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

  it('asks again each minute', () => {
    const { passed } = follow({ asOf: NOON, boundaries: [] });
    jasmine.clock().tick(59_000);
    expect(passed()).toBe(0);
    jasmine.clock().tick(61_000);
    expect(passed()).toBe(2);
  });

  it('asks again as soon as a session that is shown has ended', () => {
    const boundaries = ['2026-11-18T15:00:00Z', '2026-11-18T18:00:20Z', '2026-11-19T15:00:00Z'];
    const { passed } = follow({ asOf: NOON, boundaries });
    jasmine.clock().tick(20_000);
    expect(passed()).toBe(0);
    jasmine.clock().tick(1_000);
    expect(passed()).toBe(1);
  });

  it('never asks for a moment that was chosen', () => {
    const { passed } = follow(null);
    jasmine.clock().tick(600_000);
    expect(passed()).toBe(0);
  });

  it('waits until the page can be seen again', () => {
    const { passed, hide, show } = follow({ asOf: NOON, boundaries: [] });
    hide();
    jasmine.clock().tick(300_000);
    expect(passed()).toBe(0);
    show();
    expect(passed()).toBe(1);
  });

  it('stops with the page', () => {
    const { passed, leave } = follow({ asOf: NOON, boundaries: [] });
    leave();
    jasmine.clock().tick(300_000);
    expect(passed()).toBe(0);
  });
});

const shown = signal<ShownNow | null>(null);

@Component({ selector: 'app-page', template: '' })
class Page {
  constructor() {
    followTime(shown);
  }
}

function follow(now: ShownNow | null) {
  shown.set(now);
  const hidden = spyOnProperty(document, 'hidden').and.returnValue(false);
  TestBed.configureTestingModule({ providers: [provideStore()] });
  let count = 0;
  TestBed.inject(ScannedActionsSubject).subscribe(({ type }) => {
    if (type === ServerEventsActions.timePassed.type) count++;
  });
  const fixture = TestBed.createComponent(Page);
  fixture.detectChanges();
  return {
    passed: () => count,
    leave: () => fixture.destroy(),
    hide: () => hidden.and.returnValue(true),
    show: () => {
      hidden.and.returnValue(false);
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}
