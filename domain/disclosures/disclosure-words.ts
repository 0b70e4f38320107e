import type { DisclosureKind } from './disclosure.contract.ts';

/** What leaves, as staff call it. */
export const DISCLOSURE_WORDS: Readonly<Record<DisclosureKind, string>> = {
  'hand-off': 'Hand-off sheet',
  'court-report': 'Court report',
  'utilization-review': 'Packet for the payer',
};
