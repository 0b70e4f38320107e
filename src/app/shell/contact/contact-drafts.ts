import { effect, inject, Service } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Barrier, ContactMode, ContactResult } from '#domain/outreach/contact.contract';
import { accessFeature } from '../../access/state/access.feature';

/** An entry that is being written: its id is made with it, so that sending it again doubles nothing. */
export interface ContactDraft {
  id: string;
  mode: ContactMode | null;
  result: ContactResult | null;
  barrier: Barrier | null;
  nextStep: string;
  nextStepOn: string;
  /** On the clinic's clock as a field takes it; '' for now. */
  at: string;
}

export const emptyDraft = (): ContactDraft => ({
  id: crypto.randomUUID(),
  mode: null,
  result: null,
  barrier: null,
  nextStep: '',
  nextStepOn: '',
  at: '',
});

/** Entries not sent yet, by client: closing the panel loses none. In memory alone, and of one reader. */
@Service()
export class ContactDrafts {
  private readonly drafts = new Map<string, ContactDraft>();

  constructor() {
    const me = inject(Store).selectSignal(accessFeature.selectMe);
    effect(() => {
      if (!me()) this.drafts.clear();
    });
  }

  of(clientId: string): ContactDraft {
    const draft = this.drafts.get(clientId) ?? emptyDraft();
    this.drafts.set(clientId, draft);
    return draft;
  }

  keep(clientId: string, draft: ContactDraft): void {
    this.drafts.set(clientId, draft);
  }

  discard(clientId: string): void {
    this.drafts.delete(clientId);
  }
}
