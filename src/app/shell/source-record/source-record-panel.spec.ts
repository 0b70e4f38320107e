import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideState, provideStore } from '@ngrx/store';
import { of, Subject, throwError } from 'rxjs';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';
import { accessFeature } from '../../access/state/access.feature';
import { SourceRecordApi } from './source-record-api';
import { SourceRecordPanel } from './source-record-panel';
import { sourceRecordProviders } from './source-record.providers';

const record: SourceRecord = {
  id: 'r1',
  source: 'Harbor Street EHR',
  resourceType: 'Appointment',
  revisions: [
    {
      versionId: '2',
      lastUpdated: null,
      receivedAt: '2026-11-17T14:00:00Z',
      heldBack: 'Practitioner unknown',
      body: '{"resourceType":"Appointment","status":"noshow"}',
    },
    {
      versionId: '1',
      lastUpdated: null,
      receivedAt: '2026-11-16T14:00:00Z',
      heldBack: null,
      body: 'not JSON',
    },
  ],
};

describe('SourceRecordPanel', () => {
  it('shows every revision as it came, and why one was held back', async () => {
    const { text } = await open(of(record));
    expect(text()).toContain('Appointment, as received from Harbor Street EHR');
    expect(text()).toContain('Version 2 Held back: Practitioner unknown');
    expect(text()).toContain('"status": "noshow"');
    expect(text()).toContain('not JSON');
  });

  it('shows nothing of one record while another is asked for', async () => {
    const { text, show, api } = await open(of(record));
    api.find.and.returnValue(new Subject());
    await show('r2');
    expect(api.find).toHaveBeenCalledWith('r2');
    expect(text()).not.toContain('Harbor Street EHR');
  });

  it('recovers from a failed load', async () => {
    const { text, click, api } = await open(throwError(() => new Error('offline')));
    expect(text()).toContain('The record could not be loaded.');
    api.find.and.returnValue(of(record));
    await click('Try again');
    expect(text()).toContain('Version 2');
  });

  it('takes the focus, and closes on Escape', async () => {
    const { dialog, closed } = await open(of(record));
    expect(dialog().contains(document.activeElement)).toBeTrue();
    dialog().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(closed()).toBe(1);
  });
});

async function open(answer: ReturnType<SourceRecordApi['find']>) {
  const api = jasmine.createSpyObj<SourceRecordApi>('SourceRecordApi', { find: answer });
  TestBed.configureTestingModule({
    providers: [
      provideStore(),
      provideState(accessFeature),
      sourceRecordProviders,
      { provide: SourceRecordApi, useValue: api },
    ],
  });
  const recordId = signal('r1');
  let closed = 0;
  const fixture = TestBed.createComponent(SourceRecordPanel, {
    bindings: [inputBinding('recordId', recordId), outputBinding('closed', () => closed++)],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  return {
    api,
    closed: () => closed,
    text: () => host.textContent.replace(/\s+/g, ' ').trim(),
    dialog: () => host.querySelector<HTMLElement>('[role=dialog]')!,
    show: async (id: string) => {
      recordId.set(id);
      await fixture.whenStable();
    },
    click: async (words: string) => {
      const buttons = [...host.querySelectorAll('button')];
      buttons.find((button) => button.textContent.includes(words))!.click();
      await fixture.whenStable();
    },
  };
}
