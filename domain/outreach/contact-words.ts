import type { Barrier, ContactMode, ContactResult, OutreachState } from './contact.contract.ts';
import type { Permitted } from './contact-rules.contract.ts';
import type { Channel } from './contact-rules.ts';

export const MODE_WORDS: Readonly<Record<ContactMode, string>> = {
  phone: 'Phone',
  text: 'Text',
  voicemail: 'Voicemail',
  email: 'E-mail',
  message: 'Portal message',
  video: 'Video',
  visit: 'Visit',
  letter: 'Letter',
};

export const RESULT_WORDS: Readonly<Record<ContactResult, string>> = {
  reached: 'Reached',
  'not-reached': 'Not reached',
  'message-left': 'Message left',
  sent: 'Sent',
  declined: 'Declined',
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  phone: 'Telephone',
  voicemail: 'Voicemail',
  text: 'Text message',
  letter: 'Letter',
  email: 'E-mail',
};

export const PERMITTED_WORDS: Readonly<Record<Permitted, string>> = {
  allowed: 'allowed',
  'not-allowed': 'not allowed',
  'not-recorded': 'not recorded',
};

export const BARRIER_WORDS: Readonly<Record<Barrier, string>> = {
  schedule: 'Schedule',
  transport: 'Transport',
  childcare: 'Childcare',
  illness: 'Illness',
  use: 'Use',
  other: 'Other',
};

export const OUTREACH_WORDS: Readonly<Record<OutreachState, string>> = {
  'in-time': 'made in time',
  late: 'made late',
  'not-made': 'none logged',
  open: 'still open',
  'back-first': 'back before it was due',
  'not-known': 'not known: before outreach was logged here',
};
