import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import { AutomaticSignOff } from './automatic-sign-off';
import { ReaderActions } from './state/access.actions';

const MINUTE = 60_000;

describe('AutomaticSignOff', () => {
  beforeEach(() => {
    jasmine.clock().install();
    jasmine.clock().mockDate(new Date('2026-11-18T14:00:00Z'));
  });
  afterEach(() => jasmine.clock().uninstall());

  it('warns a minute before, then signs off', () => {
    const { signOff, dispatch } = watch();
    jasmine.clock().tick(14 * MINUTE);
    expect(signOff.warning()).toBeTrue();
    expect(dispatch).not.toHaveBeenCalled();
    jasmine.clock().tick(MINUTE);
    expect(dispatch).toHaveBeenCalledOnceWith(ReaderActions.timeRanOut());
  });

  it('begins anew with every act of a person', () => {
    const { signOff, dispatch } = watch();
    jasmine.clock().tick(14 * MINUTE + 30_000);
    document.dispatchEvent(new Event('pointerdown'));
    expect(signOff.warning()).toBeFalse();
    jasmine.clock().tick(14 * MINUTE - 1);
    expect(signOff.warning()).toBeFalse();
    expect(dispatch).not.toHaveBeenCalled();
  });
});

function watch() {
  const dispatch = jasmine.createSpy('dispatch');
  TestBed.configureTestingModule({ providers: [{ provide: Store, useValue: { dispatch } }] });
  const signOff = TestBed.inject(AutomaticSignOff);
  signOff.watch();
  return { signOff, dispatch };
}
