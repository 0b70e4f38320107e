import { effect, inject, Service } from '@angular/core';
import { Store } from '@ngrx/store';
import type {
  Barrier,
  Contact,
  ContactMode,
  ContactResult,
} from '#domain/outreach/contact.contract';
import { accessFeature } from '../../access/state/access.feature';
import { toZonedInput } from '../../period/zoned-input';

/** An entry that is being written: its id is made with it, so that sending it again doubles nothing. */
export interface ContactDraft {
  id: string;
  /** The entry that it puts right. */
  corrects: string | null;
  mode: ContactMode | null;
  result: ContactResult | null;
  barrier: Barrier | null;
  nextStep: string;
  nextStepOn: string;
  /** The record of who stands by the client; `null`: the client. */
  withSupport: string | null;
  /** Written with a follow-up: a correction keeps it. */
  followUp: Contact['followUp'];
  /** On the clinic's clock as a field takes it; '' for now. */
  at: string;
}

/** An entry that is being put right. */
export interface Correction {
  of: Contact;
  draft: ContactDraft;
}

export const emptyDraft = (): ContactDraft => ({
  id: crypto.randomUUID(),
  corrects: null,
  mode: null,
  result: null,
  barrier: null,
  nextStep: '',
  nextStepOn: '',
  withSupport: null,
  followUp: null,
  at: '',
});

/** An entry of the log as a form takes it, to be put right; its moment to the minute. */
export const correctionOf = (contact: Contact, timeZone: string): Correction => ({
  of: contact,
  draft: {
    id: crypto.randomUUID(),
    corrects: contact.id,
    mode: contact.mode,
    result: contact.result,
    barrier: contact.barrier,
    nextStep: contact.nextStep ?? '',
    nextStepOn: contact.nextStepOn ?? '',
    withSupport: contact.withSupport ?? null,
    followUp: contact.followUp ?? null,
    at: toZonedInput(contact.at, timeZone),
  },
});

/** Entries not sent yet, by client: closing the panel loses none. In memory alone, and of one reader. */
@Service()
export class ContactDrafts {
  private readonly drafts = new Map<string, ContactDraft>();
  private readonly corrections = new Map<string, Correction>();

  constructor() {
    const me = inject(Store).selectSignal(accessFeature.selectMe);
    effect(() => {
      if (me()) return;
      this.drafts.clear();
      this.corrections.clear();
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

  correction(clientId: string): Correction | null {
    return this.corrections.get(clientId) ?? null;
  }

  keepCorrection(clientId: string, correction: Correction | null): void {
    if (correction) this.corrections.set(clientId, correction);
    else this.corrections.delete(clientId);
  }
}
