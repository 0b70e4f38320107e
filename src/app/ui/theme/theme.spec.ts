import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('Theme', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    localStorage.clear();
    delete document.documentElement.dataset['theme'];
  });

  it('leaves the choice to the system until somebody chooses', () => {
    TestBed.inject(Theme);
    TestBed.tick();
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('remembers what was chosen', () => {
    TestBed.inject(Theme).name.set('dark');
    TestBed.tick();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    TestBed.resetTestingModule();
    expect(TestBed.inject(Theme).name()).toBe('dark');
  });
});
