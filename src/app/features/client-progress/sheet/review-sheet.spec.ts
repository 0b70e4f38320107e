import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideState, provideStore } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { aClient, aLine, aMeasure, aScore, aSession } from '../client-progress.fixture';
import { ReviewSheet } from './review-sheet';
import { missesInWords } from './misses-in-words';

describe('ReviewSheet', () => {
  it('says of each measure the last score, the change by rule, and whether it was reviewed', () => {
    const phq9 = {
      ...aMeasure('phq-9', aScore('2026-10-12', 16), aScore('2026-11-09', 9)),
      change: 'reliable-improvement' as const,
    };
    expect(textOf({ ...aClient, measures: [phq9] })).toContain(
      'PHQ-9 9, mild; item 9 not available 9 Nov from 16: down 7, reliable improvement by rule (≥ 6) not reviewed',
    );
  });

  it('has room for so many, and says how many more there are', () => {
    const flag = {
      rule: 'hours-short',
      what: 'Short',
      evidence: '',
      recordIds: [],
      since: null,
    } as unknown as (typeof aLine)['flags'][number];
    const line = { ...aLine, flags: Array.from({ length: 7 }, () => flag) };
    expect(textOf({ ...aClient, line })).toContain('+2 more on the page');
  });

  it('says what is not recorded, and no support person’s name', () => {
    const supportPeople = [
      {
        familyName: 'Alder',
        givenName: 'Hiro',
        relationship: 'PRN',
        consent: null,
        recordId: 'p',
      },
    ];
    const text = textOf({ ...aClient, background: { ...aClient.background, supportPeople } });
    expect(text).toContain('parent, no consent recorded');
    expect(text).not.toContain('Alder');
    expect(text).toContain('Drug tests none asked for');
    expect(text).toContain('naloxone not recorded');
    expect(text).toContain('Nothing was measured.');
  });

  it('says of the six dimensions the last assessment with the one before, and no note', () => {
    const assessed = (on: string, ...risks: (number | null)[]) => ({
      ...{ id: on, edition: '3' as const, on, rater: 'Dana Flint' },
      dimensions: risks.map((risk) => ({ risk, note: 'Her sister drinks' })),
    });
    const dimensions = [
      assessed('2026-11-09', 0, 1, null, 2, 3, 1),
      assessed('2026-10-12', 1, 1, 1, 1, 1, 1),
    ];
    const text = textOf({ ...aClient, plan: { ...aClient.plan, dimensions } });
    expect(text).toContain('Dana Flint: 1 risk 0, 2 risk 1, 3 not assessed, 4 risk 2,');
    expect(text).toContain('before, Mon 12 Oct, Dana Flint: 1 risk 1,');
    expect(text).not.toContain('sister');
  });

  it('says of the fourth edition which dimensions nobody wrote of', () => {
    const dimensions = [
      {
        ...{ id: 'd', edition: '4' as const, on: '2026-11-09', rater: 'Dana Flint' },
        dimensions: ['Well', 'Well', null, 'Well', 'Well', 'Well'].map((note) => ({
          risk: null,
          note,
        })),
      },
    ];
    expect(textOf({ ...aClient, plan: { ...aClient.plan, dimensions } })).toContain(
      '4th edition, Mon 9 Nov, Dana Flint: in words, 3 not assessed',
    );
  });

  it('says of dimensions that nobody assessed that no assessment is written', () => {
    expect(textOf(aClient)).toContain('Dimensions no assessment is written');
  });

  it('tells misses by what followed them', () => {
    const missed = (startsAt: string, result: 'reached' | 'none', barrier: string | null) =>
      aSession({ startsAt, status: 'no-show', outreach: { result, at: null, barrier } });
    expect(
      missesInWords(
        [
          missed('2026-11-12T15:30:00Z', 'none', null),
          missed('2026-11-03T15:30:00Z', 'reached', 'childcare'),
          missed('2026-10-29T15:30:00Z', 'none', null),
          aSession({}),
        ],
        'America/Chicago',
      ),
    ).toBe('no outreach: 12 Nov, 29 Oct; reached after, childcare: 3 Nov');
  });

  function textOf(client: ClientProgress): string {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideStore(), provideState(clientEntriesFeature)],
    });
    const fixture = TestBed.createComponent(ReviewSheet, {
      bindings: [inputBinding('client', () => client)],
    });
    fixture.detectChanges();
    // Cells stand apart on the sheet, too.
    const cells = (fixture.nativeElement as HTMLElement).querySelectorAll('th, td, dt, dd, li');
    return [...cells].map(({ textContent }) => textContent.trim().replace(/\s+/g, ' ')).join(' ');
  }
});
