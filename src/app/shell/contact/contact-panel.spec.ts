import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import type { Me } from '#domain/access/access.contract';
import type { ClientOutreach, Contact, NewContact } from '#domain/outreach/contact.contract';
import type { ContactRules } from '#domain/outreach/contact-rules.contract';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { ContactPanel } from './contact-panel';

const ADDRESS = '/api/outreach/clients/c1';
const LOG = '/api/outreach/contacts';
const RULES = '/api/outreach/contact-rules';

const outreach: ClientOutreach = {
  asOf: '2026-11-18T13:02:00Z',
  clientId: 'c1',
  familyName: 'Plum',
  givenName: 'Odette',
  timeZone: 'America/New_York',
  phones: [],
  age: 34,
  support: [],
  contactNotes: [{ words: 'Calls only after 4 pm', recordId: 'f1' }],
  contactRules: [],
  calling: { fromHour: 8, toHour: 21, attemptsToday: 1, mostADay: 3 },
  lastTwoWayAt: null,
  notReached: true,
  attempts: 3,
  contacts: [],
  misses: [
    {
      recordId: 'm1',
      startsAt: '2026-11-17T14:00:00Z',
      service: 'Group A',
      status: 'no-show',
      state: 'open',
      dueAt: '2026-11-18T14:00:00Z',
      attemptAt: null,
      sameDay: false,
    },
  ],
  loggedSince: null,
};
const ruled: ContactRules = {
  id: 'r1',
  phone: 'allowed',
  voicemail: 'not-recorded',
  text: 'not-allowed',
  letter: 'not-recorded',
  email: 'not-recorded',
  namesProgram: 'not-allowed',
  reason: 'Asked at intake',
  madeBy: 'Dana Flint',
  madeAt: '2026-11-16T15:00:00Z',
};
const logged: Contact = {
  id: 'e1',
  at: '2026-11-17T18:00:00.000Z',
  mode: 'phone',
  result: 'not-reached',
  barrier: 'transport',
  nextStep: null,
  nextStepOn: null,
  madeBy: 'Wes Agate',
  madeAt: '2026-11-17T18:01:00Z',
  before: [],
};
const me = { name: 'Dana Flint', role: 'counselor', timeZone: 'America/New_York' } as Me;

describe('ContactPanel', () => {
  it('says how the client may be reached, how often it was tried, and what is owed', async () => {
    const { text } = await open();
    expect(text()).toContain('No contact yet · not reached, 3 tries');
    expect(text()).toContain('Phone not recorded at the source');
    expect(text()).toContain('Calls only after 4 pm');
    expect(text()).toContain('No-show Tue 17 Nov, Group A: still open, due Wed 18 Nov, 9:00 am');
  });

  it('begins in its first field, with what is chosen there', async () => {
    await open();
    const field = document.activeElement as HTMLInputElement;
    expect([field.tagName, field.type]).toEqual(['INPUT', 'radio']);
    expect(field.closest('fieldset')).toBe(document.querySelector('app-contact-form fieldset'));
  });

  it('says by which ways the client may be contacted, who said so, and the program’s own hours', async () => {
    const { text } = await open({ contactRules: [ruled, { ...ruled, id: 'r0', text: 'allowed' }] });
    expect(text()).toContain(
      '8:02 am at the client’s site · calls from 8 am to 9 pm · tried 1 of 3 times today',
    );
    expect(text()).toContain('Telephone allowed Voicemail not recorded Text message not allowed');
    expect(text()).toContain('Asked at intake · Dana Flint, Mon 16 Nov 2026, 10:00 am');
    expect(text()).toContain('before: telephone allowed, text message allowed.');
  });

  it('says that a way is not recorded, and logs it at once', async () => {
    const { choose, log, text, http } = await open();
    await choose('Text', 'Sent');
    expect(text()).toContain('Text message: not recorded whether the client allows it.');
    expect(text()).toContain(
      'Not recorded whether what is left may name the program: leave its name out until the client has agreed in writing.',
    );
    await log();
    http.expectOne(LOG);
  });

  it('records what was done by a way that is not allowed, once that was confirmed', async () => {
    const { choose, log, text, http } = await open({ contactRules: [ruled] });
    await choose('Text not allowed', 'Sent');
    expect(text()).toContain('Text message: not allowed by the client.');
    await log();
    expect(text()).toContain('The client has not allowed this.');
    expect(text()).toContain('Log it all the same');
    http.expectNone(LOG);
    await log();
    http.expectOne(LOG);
  });

  it('writes down what a client allows with who said so, the same after a failure, and closes when it has arrived', async () => {
    const { click, choose, http, settle, host, text } = await open();
    await click('Change');
    await choose('Not allowed');
    await click('Save how to contact');
    expect(text()).toContain('Say who said so, or why.');
    http.expectNone(RULES);
    host.querySelector<HTMLInputElement>('#contact-rules-reason')!.value = 'Called in';
    await click('Save how to contact');
    const first = http.expectOne(RULES);
    first.error(new ProgressEvent('offline'));
    await settle();
    expect(text()).toContain('It was not written down.');
    http.expectOne(ADDRESS).flush(outreach);
    await settle();
    await click('Save how to contact');
    const second = http.expectOne(RULES);
    expect(second.request.body).toEqual(first.request.body);
    expect(second.request.body).toEqual(
      jasmine.objectContaining({
        replaces: null,
        phone: 'not-allowed',
        text: 'not-recorded',
        reason: 'Called in',
      }),
    );
    second.flush(null);
    await settle();
    expect(host.querySelector('#contact-rules-reason')).toBeNull();
  });

  it('tells of what another wrote meanwhile, keeps the choices, and knows of it when sent again', async () => {
    const { click, choose, http, settle, host } = await open();
    await click('Change');
    await choose('Not allowed');
    host.querySelector<HTMLInputElement>('#contact-rules-reason')!.value = 'Called in';
    await click('Save how to contact');
    const problem = { code: 'changed-meanwhile', message: 'Somebody else did.' };
    http.expectOne(RULES).flush(problem, { status: 409, statusText: 'Conflict' });
    http.expectOne(ADDRESS).flush({ ...outreach, contactRules: [ruled] });
    await settle();
    await click('Save how to contact');
    expect(http.expectOne(RULES).request.body).toEqual(
      jasmine.objectContaining({ replaces: 'r1', phone: 'not-allowed', text: 'not-recorded' }),
    );
  });

  it('asks for what is missing before anything is sent', async () => {
    const { text, log, http } = await open();
    await log();
    expect(text()).toContain('Choose how you tried.');
    http.expectNone(LOG);
  });

  it('shows the entry while it is under way, then a note to paste, and takes it back', async () => {
    const { choose, log, text, http, click, settle } = await open();
    await choose('Phone', 'Reached');
    await log();
    expect(text()).toContain('Phone: reached');
    http.expectOne(LOG).flush(null);
    await settle();
    expect(text()).toContain('Outreach Wed 18 Nov 2026, 8:02 am: phone, reached. Dana Flint.');
    await click('Undo');
    http.expectOne(`${LOG}/withdrawn`).flush(null);
    await settle();
    expect(text()).toContain('Taken back.');
  });

  it('asks the client first before a parent who may know nothing is told anything', async () => {
    const recordId = '0b2f6e0e-0d52-4f6b-8a39-0d7c7f6f5a01';
    const parent = { recordId, familyName: 'Plum', givenName: 'Ona', relationship: 'MTH' };
    const minor = { age: 16, support: [{ ...parent, consent: null }] };
    const { choose, log, http, host, text, settle } = await open(minor);
    expect(text()).toContain('Ona Plum, mother no consent recorded');
    await choose('Ona Plum, mother no consent recorded');
    expect(text()).toContain('The client is 16: that somebody is their parent is not consent.');
    await choose('Phone');
    await choose('Reached');
    await log();
    expect(text()).toContain('Ask the client first, and say here that they agreed.');
    http.expectNone(LOG);
    host.querySelector<HTMLInputElement>('.asked input')!.click();
    await settle();
    await log();
    expect(http.expectOne(LOG).request.body).toEqual(
      jasmine.objectContaining({ withSupport: recordId, askedFirst: true }),
    );
  });

  it('asks nothing more where a consent lets them know', async () => {
    const recordId = '0b2f6e0e-0d52-4f6b-8a39-0d7c7f6f5a01';
    const parent = { recordId, familyName: 'Plum', givenName: 'Ona', relationship: 'MTH' };
    const { choose, log, http, host } = await open({
      age: 16,
      support: [{ ...parent, consent: { until: null } }],
    });
    await choose('Ona Plum, mother consent, no end');
    expect(host.querySelector('.asked')).toBeNull();
    await choose('Phone');
    await choose('Reached');
    await log();
    expect(http.expectOne(LOG).request.body).toEqual(
      jasmine.objectContaining({ withSupport: recordId, askedFirst: false }),
    );
  });

  it('puts an entry right, keeps what stood before in sight, and Undo writes it down again', async () => {
    const { click, choose, log, http, settle, text } = await open({ contacts: [logged] });
    await click('Correct');
    expect(text()).toContain('Correct: Tue 17 Nov 2026, 1:00 pm');
    await choose('Reached');
    await log();
    expect(text()).toContain(
      'Tue 17 Nov, 1:00 pm Phone: reached Correct barrier: transport · Dana Flint',
    );
    expect(text()).toContain(
      'before: Tue 17 Nov, 1:00 pm, Phone: not reached · barrier: transport · Wes Agate',
    );
    const sent = http.expectOne(LOG);
    expect(sent.request.body).toEqual(
      jasmine.objectContaining({ corrects: 'e1', result: 'reached', at: logged.at }),
    );
    sent.flush(null);
    await settle();
    expect(text()).toContain('Contact corrected.');
    await click('Undo');
    const undone = http.expectOne(LOG).request.body as NewContact;
    expect(undone).toEqual(
      jasmine.objectContaining({
        corrects: (sent.request.body as NewContact).id,
        result: 'not-reached',
      }),
    );
  });

  it('leaves an entry as it was, and what was being written beside it too', async () => {
    const { click, choose, host } = await open({ contacts: [logged] });
    await choose('Text');
    await click('Correct');
    await click('Leave it as it was');
    const chosen = host.querySelector<HTMLInputElement>('input[name=mode]:checked');
    expect(chosen?.value).toBe('text');
  });

  it('keeps a correction that was begun when the panel closes', async () => {
    const { click, choose, reopen } = await open({ contacts: [logged] });
    await click('Correct');
    await choose('Reached');
    const { text, log, http, settle } = await reopen();
    expect(text()).toContain('Correct: Tue 17 Nov 2026, 1:00 pm');
    await log();
    const sent = http.expectOne(LOG);
    expect(sent.request.body).toEqual(
      jasmine.objectContaining({ corrects: 'e1', result: 'reached' }),
    );
    sent.flush(null);
    await settle();
    expect((await reopen()).text()).not.toContain('Correct: Tue');
  });

  it('keeps what was written when the server is gone, and sends the same entry again', async () => {
    const { choose, log, text, http, settle } = await open();
    await choose('Text', 'Sent');
    await log();
    const first = http.expectOne(LOG);
    first.error(new ProgressEvent('offline'));
    await settle();
    expect(text()).toContain(
      'The contact could not be logged. The server could not be reached. It is still here. Try again.',
    );
    expect(text()).not.toContain('Text: sent');
    await log();
    const second = http.expectOne(LOG);
    const idOf = (request: typeof first) => (request.request.body as NewContact).id;
    expect(idOf(second)).toBe(idOf(first));
  });
});

async function open(part: Partial<ClientOutreach> = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideEffects(),
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
    ],
  });
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  return show(part);
}

async function show(part: Partial<ClientOutreach>) {
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ContactPanel, {
    bindings: [
      inputBinding('clientId', () => 'c1'),
      inputBinding('now', () => Date.parse(outreach.asOf)),
    ],
  });
  fixture.detectChanges();
  http
    .match(ADDRESS)
    .at(-1)
    ?.flush({ ...outreach, ...part });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const settle = () => fixture.whenStable();
  return {
    host,
    http,
    settle,
    text: () => said(host),
    reopen: () => {
      fixture.destroy();
      return show(part);
    },
    choose: async (...words: string[]) => {
      for (const word of words) {
        const label = [...host.querySelectorAll('label')].find((one) => said(one) === word);
        label!.querySelector('input')!.click();
        await settle();
      }
    },
    log: async () => {
      host.querySelector<HTMLFormElement>('app-contact-form form')!.requestSubmit();
      await settle();
    },
    click: async (words: string) => {
      const buttons = [...host.querySelectorAll('button')];
      buttons.find((button) => said(button) === words)!.click();
      await settle();
    },
  };
}
