import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { of, throwError } from 'rxjs';
import type {
  CourtReportLine,
  CourtReportsDue,
} from '#domain/disclosures/court-reports-due.contract';
import { AftercareApi } from './api/aftercare-api';
import { ReportsDueList } from './reports-due-list';
import * as reportsDueEffects from './state/reports-due.effects';
import { reportsDueFeature } from './state/reports-due.feature';

const line = (more: Partial<CourtReportLine>): CourtReportLine => ({
  ...{ key: JSON.stringify(more), dutyId: 'd1', clientId: 'c1', familyName: 'Plum' },
  ...{ givenName: 'Odette', counselor: { id: 's1', name: 'Ruth Ash' }, site: null },
  ...{ today: '2026-11-18', endedOn: null, to: 'Drug Court', officer: 'Judge Moss' },
  ...{ every: 'month', state: 'due', dueOn: '2026-11-20', lateDays: 0, refusal: null },
  ...{ coveredUntil: '2027-10-04', refusedOn: null, sentOn: null, sentBy: null },
  ...more,
});
const of4: CourtReportsDue = {
  asOf: '2026-11-18T13:02:00Z',
  sentDays: 30,
  lines: [
    line({ state: 'overdue', dueOn: '2026-11-16', lateDays: 2, endedOn: '2026-11-10' }),
    line({
      ...{ state: 'refused', dueOn: '2026-11-17', lateDays: 1, refusedOn: '2026-11-18' },
      ...{ coveredUntil: null, refusal: 'No consent on record permits it.' },
    }),
    line({}),
    line({ state: 'sent', dueOn: null, sentOn: '2026-11-13', sentBy: 'Ruth Ash' }),
  ],
};

describe('ReportsDueList', () => {
  it('stands by what each report asks for, with its day, recipient, state and consent', async () => {
    const { text, rows } = await open(of(of4));
    expect(text()).toContain('2 reports overdue, 1 due in the coming days.');
    expect(text()).toContain('1 of 3 without a consent that covers it');
    const [, overdue, refused, , due, , sent] = rows();
    expect(overdue).toMatch(/Plum, Odette ?left Tue 10 Nov ?Mon 16 Nov ?2 d overdue/);
    expect(refused).toMatch(/refused Wed 18 Nov, 1 d overdue.*No consent on record permits it/);
    expect(due).toMatch(
      /Fri 20 Nov ?due ?Drug Court, Judge Moss ?every month ?covered to Mon 4 Oct 2027/,
    );
    expect(sent).toContain('sent Fri 13 Nov by Ruth Ash');
  });

  it('leads to where each is written, and from what was sent nowhere', async () => {
    const { host } = await open(of(of4));
    const links = [...host.querySelectorAll<HTMLAnchorElement>('.act a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      Array.from({ length: 3 }, () => '/clients/c1/court-report?duty=d1'),
    );
  });

  it('says that none is asked for, and recovers from a failed load', async () => {
    expect((await open(of({ ...of4, lines: [] }))).text()).toContain('No report is asked for.');
    TestBed.resetTestingModule();
    const failed = await open(throwError(() => new Error('offline')));
    expect(failed.text()).toContain('The list of reports could not be loaded.');
    failed.api.findReportsDue.and.returnValue(of(of4));
    failed.host.querySelector<HTMLButtonElement>('app-failed-notice button')!.click();
    await failed.settle();
    expect(failed.text()).toContain('2 reports overdue');
  });
});

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

async function open(answer: ReturnType<AftercareApi['findReportsDue']>) {
  const api = jasmine.createSpyObj<AftercareApi>('AftercareApi', { findReportsDue: answer });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideStore(),
      provideState(reportsDueFeature),
      provideEffects(reportsDueEffects),
      { provide: AftercareApi, useValue: api },
    ],
  });
  const fixture = TestBed.createComponent(ReportsDueList);
  fixture.componentRef.setInput('query', {});
  const settle = () => fixture.whenStable();
  await settle();
  const host = fixture.nativeElement as HTMLElement;
  return {
    ...{ api, host, settle },
    text: () => words(host),
    rows: () => [...host.querySelectorAll('tbody tr')].map(words),
  };
}
