import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import type { SafetyTask } from '#domain/outreach/safety.contract';
import { accessFeature } from '../../access/state/access.feature';
import { tellChange } from '../../http/tell-change.fixture';
import { SafetyBand } from './safety-band';

const ASKED = '/api/safety-tasks';

const task = (part: Partial<SafetyTask> = {}): SafetyTask => ({
  clientId: 'c1',
  key: 'answer',
  familyName: 'Tansy',
  givenName: 'Rufus',
  rule: 'answer',
  what: 'PHQ-9 item 9: 1',
  evidence: '',
  aroseOn: '2026-11-17',
  aroseAt: '2026-11-17T19:30:00Z',
  knownAt: '2026-11-18T13:00:00Z',
  timeZone: 'America/New_York',
  recordIds: ['r1'],
  counselor: 'Dana Flint',
  through: 'record',
  session: null,
  acknowledged: null,
  escalatesAt: '2026-11-18T14:00:00Z',
  escalated: false,
  onCall: ['Hoa Hawthorn'],
  assessed: null,
  ...part,
});

describe('SafetyBand', () => {
  it('says who, what, since when, and where it goes if nobody takes it on', async () => {
    const { text } = await show([task()]);
    expect(text()).toContain(
      'Tansy, Rufus PHQ-9 item 9: 1 Tue, 2:30 pm · 17 h counselor Dana Flint',
    );
    expect(text()).toContain('Not acknowledged; goes to Hoa Hawthorn at 9:00 am');
  });

  it('is not there where nothing is open', async () => {
    const { text } = await show([]);
    expect(text()).toBe('');
  });

  it('says to whom it was escalated, and who has it', async () => {
    const acknowledged = { by: 'Dana Flint', at: '2026-11-18T14:30:00Z' };
    const { text, buttons } = await show([task({ escalated: true, acknowledged })]);
    expect(text()).toContain(
      'Escalated to Hoa Hawthorn, 9:00 am; acknowledged by Dana Flint, 9:30 am',
    );
    expect(buttons().some((button) => button.startsWith('Acknowledge'))).toBeFalse();
  });

  it('gives a facilitator the name and the act, and no way to the record', async () => {
    const session = { startsAt: '2026-11-18T14:00:00Z', service: 'Group A' };
    const { text, links, buttons } = await show([task({ through: 'session', session })]);
    expect(text()).toContain('booked with you today, Group A');
    expect(links()).toBe(0);
    expect(buttons()).toEqual(['Acknowledge: PHQ-9 item 9: 1']);
  });

  it('gives who is on call the name, the act and the crisis particulars, and says that it came to them', async () => {
    const { text, links, buttons } = await show([
      task({ through: 'on-call', onCall: [], escalated: true }),
    ]);
    expect(text()).toContain('Escalated to you, on call, 9:00 am; not acknowledged');
    expect(links()).toBe(0);
    expect(buttons()).toEqual([
      'Acknowledge: PHQ-9 item 9: 1',
      'Crisis particulars: PHQ-9 item 9: 1',
    ]);
  });

  it('acknowledges once, however often it is clicked, and asks for what now stands', async () => {
    const { click, http } = await show([task()]);
    await click('Acknowledge: PHQ-9 item 9: 1');
    await click('Acknowledge: PHQ-9 item 9: 1');
    const sent = http.expectOne(`${ASKED}/entries`);
    expect(sent.request.body).toEqual(
      jasmine.objectContaining({ clientId: 'c1', key: 'answer', act: 'acknowledged' }),
    );
    sent.flush(null);
    http.expectOne(ASKED);
  });

  it('says what was refused, beside the task', async () => {
    const { click, http, text, settle } = await show([task()]);
    await click('Acknowledge: PHQ-9 item 9: 1');
    http.expectOne(`${ASKED}/entries`).error(new ProgressEvent('offline'));
    await settle();
    expect(text()).toContain('Nothing was recorded. The server could not be reached. Try again.');
  });

  it('keeps what it shows when it cannot be brought up to date, and says so', async () => {
    const { http, text, settle } = await show([task()]);
    tellChange();
    const again = http.expectOne(ASKED);
    expect(again.request.headers.get('x-refetch')).toBe('event');
    again.error(new ProgressEvent('offline'));
    await settle();
    expect(text()).toContain('could not be brought up to date');
    expect(text()).toContain('Tansy, Rufus');
  });

  it('is never silent where it could not be loaded at all', async () => {
    const { text, click, http } = await show(null);
    expect(text()).toContain('Safety tasks could not be loaded.');
    await click('Try again');
    http.expectOne(ASKED);
  });

  it('opens the crisis particulars with c', async () => {
    const { host, http, settle } = await show([task()]);
    const button = host.querySelector('li button')!;
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true }));
    await settle();
    http.expectOne(`${ASKED}/clients/c1`);
  });

  it('shows three and how many more there are', async () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((key) => task({ key }));
    const { rows, click } = await show(many);
    expect(rows()).toBe(3);
    await click('2 more safety tasks');
    expect(rows()).toBe(5);
  });

  it('folds nobody away behind another client’s second task', async () => {
    const of = (clientId: string, key: string) => task({ clientId, key, familyName: clientId });
    const { host } = await show([of('A', 'a'), of('A', 'b'), of('B', 'a'), of('C', 'a')]);
    const shown = [...host.querySelectorAll('li:not(.folded) .name')];
    expect(shown.map(({ textContent }) => textContent.trim().slice(0, 1))).toEqual(['A', 'B', 'C']);
  });

  describe('as time passes', () => {
    beforeEach(() => jasmine.clock().install());
    afterEach(() => jasmine.clock().uninstall());

    const asksAfter = async (seconds: number, http: HttpTestingController) => {
      jasmine.clock().tick(seconds * 1_000 + 150);
      return http.match(ASKED).length;
    };

    it('asks again as soon as a task escalates', async () => {
      const { http } = await show([task({ escalatesAt: '2026-11-18T13:02:20Z' })]);
      expect(await asksAfter(20, http)).toBe(0);
      expect(await asksAfter(1, http)).toBe(1);
    });

    it('asks on the minute for whoever is on call and sees nothing before', async () => {
      const { http } = await show([], '2026-11-18T13:02:20Z');
      expect(await asksAfter(20, http)).toBe(0);
      expect(await asksAfter(1, http)).toBe(1);
    });
  });

  it('counts from the day where no hour is known', async () => {
    const ended = task({ aroseOn: '2026-10-24', aroseAt: null, what: 'No naltrexone supply' });
    const { text } = await show([ended]);
    expect(text()).toContain('Sat 24 Oct · 25 d');
  });
});

async function show(open: SafetyTask[] | null, changesAt: string | null = null) {
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
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(SafetyBand);
  const asked = http.expectOne(ASKED);
  if (open) asked.flush({ asOf: '2026-11-18T13:02:00Z', changesAt, open, assessed: [] });
  else asked.error(new ProgressEvent('offline'));
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const all = () => [...host.querySelectorAll<HTMLElement>('button')];
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (button: Element) => button.getAttribute('aria-label') ?? said(button);
  return {
    host,
    http,
    settle: () => fixture.whenStable(),
    text: () => said(host).replace('Safety: ', ''),
    links: () => host.querySelectorAll('a').length,
    rows: () => host.querySelectorAll('li:not(.folded)').length,
    buttons: () => all().map(nameOf),
    click: async (name: string) => {
      all()
        .find((button) => nameOf(button) === name)!
        .click();
      await fixture.whenStable();
    },
  };
}
