import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore, Store } from '@ngrx/store';
import { of, Subject, throwError } from 'rxjs';
import type { Me } from '#domain/access/access.contract';
import type { FoundClient } from '#domain/client-search/client-search.contract';
import type { Task, Tasks } from '#domain/outreach/task.contract';
import { AccessApiActions } from '../../access/state/access.actions';
import { accessFeature } from '../../access/state/access.feature';
import { clientChoiceProviders } from '../../client-choice/client-choice.providers';
import { ClientSearchApi } from '../../http/client-search-api';
import { tellChange } from '../../http/tell-change.fixture';
import { TasksApi } from './api/tasks-api';
import { dueInWords } from '../../ui/task/due-in-words';
import { coverageFeature } from './state/coverage.feature';
import * as tasksEffects from './state/tasks.effects';
import { tasksFeature } from './state/tasks.feature';
import { ToDoPage } from './to-do-page';

const NOW = '2026-11-18T13:02:00Z';
const task = (part: Partial<Task> = {}): Task => ({
  key: 'outreach:r1',
  rule: 'outreach',
  client: { id: 'c1', familyName: 'Plum', givenName: 'Odette' },
  what: 'Outreach after a miss',
  evidence: 'No-show Tue 17 Nov',
  dueAt: '2026-11-18T14:00:00Z',
  dueOn: '2026-11-18',
  byTheHour: true,
  timeZone: 'America/New_York',
  overdue: false,
  owner: { id: 'dana', name: 'Dana Flint' },
  covering: null,
  recordIds: ['r1'],
  sessionId: null,
  closed: null,
  ...part,
});
const someTasks = (tasks: Task[], closed: Task[] = []): Tasks => ({
  asOf: NOW,
  tasks,
  closed,
  counts: { mine: tasks.length, team: tasks.length, overdue: 0 },
  colleagues: [{ id: 'dana', name: 'Dana Flint' }],
});
const me = { name: 'Dana Flint', role: 'counselor', staffId: 'dana' } as Me;

/** Somebody with nothing to do. */
const wren: FoundClient = {
  clientId: 'c9',
  familyName: 'Wren',
  givenName: 'Ines',
  recordNumber: null,
  program: 'Day IOP',
  counselor: 'Dana Flint',
  inCare: true,
  leftOn: null,
};

describe('ToDoPage', () => {
  it('groups by when it is due, what is about a person first', async () => {
    const { groups, text } = await open([
      task({ key: 'a', rule: 'authorization', what: 'Authorization', dueOn: '2026-11-18' }),
      task(),
      task({ key: 'l', dueOn: '2026-11-16', dueAt: '2026-11-16T14:00:00Z', overdue: true }),
      task({ key: 'w', dueOn: '2026-11-22', byTheHour: false }),
      task({ key: 'n', dueOn: '2026-11-23', byTheHour: false }),
    ]);
    expect(groups()).toEqual(['Overdue 1', 'Today 2', 'This week 1', 'Later 1']);
    expect(text().indexOf('Outreach after a miss')).toBeLessThan(text().indexOf('Authorization'));
  });

  it('shows whoever came for one task where it stands', async () => {
    const tasks = [task(), task({ key: 'drug-test:t1', rule: 'drug-test', what: 'Unexpected' })];
    await open(tasks, '?task=drug-test:t1');
    expect(document.activeElement?.textContent).toContain('Unexpected');
  });

  it('leads from a miss to logging a contact, by opaque id alone', async () => {
    const { links } = await open([task()]);
    expect(links()).toContain('/to-do?contact=c1');
  });

  it('says whose it is only where it is somebody else’s, and who covers them', async () => {
    const { text } = await open([
      task(),
      task({
        key: 'o',
        owner: { id: 'wes', name: 'Wes Agate' },
        covering: { id: 'dana', name: 'Dana Flint', until: '2026-11-20' },
      }),
    ]);
    expect(text().split('Dana Flint').length).toBe(2);
    expect(text()).toContain('Wes Agate away; Dana Flint covers until 20 Nov');
  });

  it('takes a task off the list at once, and offers to open it again', async () => {
    const { close, text, api } = await open([task()]);
    api.add.and.returnValue(of(null));
    api.find.and.returnValue(of(someTasks([])));
    await close('Spoke at the door');
    const [entry] = api.add.calls.mostRecent().args;
    expect(entry).toEqual(
      jasmine.objectContaining({ key: 'outreach:r1', act: 'closed', words: 'Spoke at the door' }),
    );
    expect(text()).toContain('Closed: Outreach after a miss');
  });

  it('puts it back with the truth when the server is gone, and sends the same entry again', async () => {
    const { close, text, api } = await open([task()]);
    const answer = new Subject<null>();
    api.add.and.returnValue(answer);
    await close('Spoke at the door');
    expect(text()).not.toContain('No-show Tue 17 Nov');
    answer.error(new Error('offline'));
    expect(api.add).toHaveBeenCalledTimes(1);
    expect(text()).toContain('No-show Tue 17 Nov');
  });

  it('adds a task about any client in reach, found by name', async () => {
    const { api, search, click, settle } = await open([task()]);
    await click('Add task');
    const field = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)!;
    jasmine.clock().install().mockDate();
    try {
      for (const text of ['w', 'wre']) {
        field('own-client').value = text;
        field('own-client').dispatchEvent(new Event('input'));
        jasmine.clock().tick(151);
      }
    } finally {
      jasmine.clock().uninstall();
    }
    await settle();
    expect(search.find).toHaveBeenCalledOnceWith({ text: 'wre' });
    await click('Wren, Ines');
    field('own-words').value = 'Ask about the ride';
    api.add.and.returnValue(of(null));
    document.querySelector<HTMLFormElement>('app-add-task form')!.requestSubmit();
    await settle();
    expect(api.add).toHaveBeenCalledOnceWith(
      jasmine.objectContaining({ act: 'made', clientId: 'c9', words: 'Ask about the ride' }),
    );
  });

  it('says that nothing is to be done, by whose list it is', async () => {
    expect((await open([])).text()).toContain('Nothing is yours to do.');
  });

  it('recovers from a failed load', async () => {
    const { text, click, api } = await open(null);
    expect(text()).toContain('The tasks could not be loaded.');
    api.find.and.returnValue(of(someTasks([task()])));
    await click('Try again');
    expect(text()).toContain('Outreach after a miss');
  });

  it('shows what another person closed, when it happens', async () => {
    const { text, api, settle } = await open([task()]);
    const closed = { how: 'Discussed', by: 'Hoa Hawthorn', at: NOW };
    api.find.and.returnValue(of(someTasks([], [task({ closed })])));
    tellChange();
    await settle();
    expect(text()).toContain('Discussed · Hoa Hawthorn');
  });
});

describe('dueInWords', () => {
  const said = (part: Partial<Task>) => dueInWords(task(part), NOW);

  it('says days that have passed, the hour, the day or the date', () => {
    expect(said({ dueOn: '2026-11-15', overdue: true })).toBe('−3 d');
    expect(said({})).toBe('9:00 am');
    expect(said({ byTheHour: false })).toBe('today');
    expect(said({ dueOn: '2026-11-20' })).toBe('Fri');
    expect(said({ dueOn: '2026-12-01' })).toBe('1 Dec');
  });
});

async function open(tasks: Task[] | null, query = '') {
  const api = jasmine.createSpyObj<TasksApi>('TasksApi', {
    find: tasks ? of(someTasks(tasks)) : throwError(() => new Error('offline')),
    add: of(null),
  });
  const search = jasmine.createSpyObj<ClientSearchApi>('ClientSearchApi', {
    find: of({ clients: [wren], more: false }),
  });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      provideState(tasksFeature),
      provideState(coverageFeature),
      ...clientChoiceProviders,
      provideEffects(tasksEffects),
      provideRouter([{ path: 'to-do', component: ToDoPage }], withComponentInputBinding()),
      { provide: TasksApi, useValue: api },
      { provide: ClientSearchApi, useValue: search },
    ],
  });
  TestBed.inject(Store).dispatch(AccessApiActions.meReceived({ me }));
  const harness = await RouterTestingHarness.create(`/to-do${query}`);
  const settle = () => harness.fixture.whenStable();
  await settle();
  const host = harness.fixture.nativeElement as HTMLElement;
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const click = async (words: string) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    buttons.find((button) => said(button) === words)?.click();
    await settle();
  };
  return {
    api,
    search,
    settle,
    click,
    text: () => {
      harness.fixture.detectChanges();
      return said(host);
    },
    groups: () => [...host.querySelectorAll('h2')].map(said),
    links: () => [...host.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    close: async (how: string) => {
      await click('Close …');
      document.querySelector<HTMLInputElement>('#task-how')!.value = how;
      await click('Close task');
    },
  };
}
