import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { InitialsOnly } from '../ui/client-name/initials-only';
import { ShellKeys } from './shell-keys';

describe('ShellKeys', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('asks for the search with a slash, which is no letter of it', async () => {
    const { press, searches } = await open();
    expect(press('/')).toBeFalse();
    expect(searches()).toBe(1);
  });

  it('turns to initials with i, and back', async () => {
    const { press } = await open();
    press('i');
    expect(TestBed.inject(InitialsOnly).on()).toBeTrue();
    press('i');
    expect(TestBed.inject(InitialsOnly).on()).toBeFalse();
  });

  it('lists the keys with a question mark', async () => {
    const { press, asked } = await open();
    press('?');
    expect(asked()).toBe(1);
  });

  it('keeps letters for the search until it is there; none of them is a shortcut', async () => {
    const { press, typedAhead, search } = await open();
    press('/');
    expect(press('i')).toBeFalse();
    press('d');
    expect(typedAhead()).toBe('id');
    expect(TestBed.inject(InitialsOnly).on()).toBeFalse();
    press('e', search);
    expect(typedAhead()).toBe('');
    press('i');
    expect(TestBed.inject(InitialsOnly).on()).toBeTrue();
  });

  it('leaves letters alone where somebody is typing', async () => {
    const { press, search } = await open();
    press('i', search);
    expect(TestBed.inject(InitialsOnly).on()).toBeFalse();
  });
});

@Component({
  imports: [ShellKeys],
  template: `
    <div
      appShellKeys
      #keys="shellKeys"
      (keysAsked)="count()"
      (searchAsked)="searches = searches + 1"
    >
      <input aria-label="Find" />
      <output>{{ keys.typedAhead() }}</output>
    </div>
  `,
})
class Page {
  asked = 0;
  searches = 0;
  count(): void {
    this.asked++;
  }
}

async function open() {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const search = (fixture.nativeElement as HTMLElement).querySelector('input')!;
  return {
    search,
    typedAhead: () => {
      fixture.detectChanges();
      return (fixture.nativeElement as HTMLElement).querySelector('output')?.textContent;
    },
    asked: () => fixture.componentInstance.asked,
    searches: () => fixture.componentInstance.searches,
    press: (key: string, target: EventTarget = document.body) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  };
}
