import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FailedNotice } from './failed-notice';
import { LoadingLines } from './loading-lines';

describe('page states', () => {
  it('says that a part is loading', async () => {
    const fixture = TestBed.createComponent(LoadingLines);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    expect(host.getAttribute('aria-busy')).toBe('true');
  });

  it('says which part failed and why, and offers to try again', async () => {
    const retry = jasmine.createSpy('retry');
    const fixture = TestBed.createComponent(FailedNotice, {
      bindings: [
        inputBinding('what', () => 'The caseload'),
        inputBinding('problem', () => ({ code: 'x', message: 'The server is busy.' })),
        outputBinding('retry', retry),
      ],
    });
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    expect(host.querySelector('[role=alert]')!.textContent).toBe(
      'The caseload could not be loaded. The server is busy.',
    );
    host.querySelector('button')!.click();
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
