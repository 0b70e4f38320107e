import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ClientName } from './client-name';
import { InitialsOnly } from './initials-only';

describe('ClientName', () => {
  afterEach(() => localStorage.clear());

  it('shows family name and given name', async () => {
    const { text } = await show();
    expect(text()).toBe('Plum, Odette');
  });

  it('shows initials alone when names are not to be seen', async () => {
    const { text, initialsOnly } = await show();
    await initialsOnly();
    expect(text()).toBe('O. P.');
  });

  it('tells two clients of the same initials apart', async () => {
    const { text, initialsOnly } = await show('week 3, day');
    await initialsOnly();
    expect(text()).toBe('O. P. (week 3, day)');
  });
});

async function show(apart = '') {
  localStorage.clear();
  const fixture = TestBed.createComponent(ClientName, {
    bindings: [
      inputBinding('client', () => ({ familyName: 'Plum', givenName: 'Odette' })),
      inputBinding('apart', () => apart),
    ],
  });
  await fixture.whenStable();
  return {
    text: () => (fixture.nativeElement as HTMLElement).textContent,
    initialsOnly: async () => {
      TestBed.inject(InitialsOnly).toggle();
      await fixture.whenStable();
    },
  };
}
