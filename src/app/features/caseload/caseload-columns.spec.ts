import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { aster, openCaseload, plum } from './open-caseload.fixture';

describe('CaseloadPage: what its rows show', () => {
  beforeEach(() => localStorage.clear());
  // What was switched on here is not to meet the next spec.
  afterEach(() => localStorage.clear());

  it('shows the columns that are chosen, in their order, and keeps them in the address', async () => {
    const { click, check, heads, tap } = await openCaseload([plum]);
    expect(heads().at(-1)).toBe('Week');
    await click('Columns');
    await check('Counselor', true);
    await check('Why listed here', false);
    expect(TestBed.inject(Router).url).toBe(
      '/caseload?columns=hours.strip.attended.seen.next.level.week.counselor',
    );
    expect(heads()[1]).toContain('Hours this week');
    await tap('[aria-label="Move Counselor up"]');
    await tap('[aria-label="Move Counselor up"]');
    expect(heads().slice(-3)).toEqual(['Counselor', 'Level, track', 'Week']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Counselor up');
    expect(heads().length).toBe(9);
    await click('Reset');
    expect(TestBed.inject(Router).url).toBe('/caseload');
    expect(heads()[1]).toBe('Why listed here');
  });

  it('has the facts behind a miss in the row itself, and on paper', async () => {
    const { rows, paper, paperIsThere } = await openCaseload([plum, aster]);
    const facts =
      'Substances opioids Medication buprenorphine until Sun 29 Nov Overdose Sun 30 Aug Release not recorded Naloxone Tue 6 Oct';
    expect(rows().find((row) => row.includes('Plum'))).toContain(facts);
    expect(rows().find((row) => row.includes('Aster'))).not.toContain('Substances');
    await paperIsThere();
    const printed = paper('beforeprint').said;
    paper('afterprint');
    expect(printed).toContain('Substances opioids; Medication buprenorphine until Sun 29 Nov;');
    expect(printed).toContain('Release not recorded; Naloxone Tue 6 Oct');
  });

  it('has no room for them where the reasons are not shown', async () => {
    const { grid } = await openCaseload([plum], undefined, '?columns=week');
    expect(grid().querySelector('app-caseload-row')!.clientHeight).toBeLessThan(40);
  });

  it('is kept as it is looked at, under a name', async () => {
    const { views, click, type } = await openCaseload(
      [plum],
      undefined,
      '?columns=why.next&sort=-client',
    );
    await click('Views');
    await type('#view-name', 'Mondays');
    await click('Save this view');
    expect(views.save).toHaveBeenCalledOnceWith({
      page: 'caseload',
      name: 'Mondays',
      query: 'columns=why.next&sort=-client',
      shared: false,
    });
  });

  it('walks the chosen columns, and lets the focus in when its column has gone', async () => {
    const { grid, press, focused, settle } = await openCaseload(
      [plum],
      undefined,
      '?columns=week.seen',
    );
    await press('End');
    expect(focused()).toBe('8 d');
    await TestBed.inject(Router).navigateByUrl('/caseload?columns=week');
    await settle();
    expect(grid().querySelector('[role=gridcell][tabindex="0"]')?.textContent).toContain('6/12');
  });

  it('opens its columns with c, and sets its rows further apart', async () => {
    const { check, press, grid, dialog } = await openCaseload([aster]);
    const height = () => grid().querySelector('app-caseload-row')!.clientHeight;
    expect(height()).toBeLessThan(40);
    await press('c');
    expect(dialog()).toContain('Columns');
    await check('Comfortable', true);
    expect(TestBed.inject(Router).url).toBe('/caseload?density=comfortable');
    expect(height()).toBeGreaterThan(40);
  });
});
