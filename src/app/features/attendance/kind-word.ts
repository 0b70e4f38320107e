import type { SessionKind } from '#domain/attendance/session-kind';

const WORDS: Readonly<Record<SessionKind, string>> = {
  group: 'Group',
  individual: 'Individual',
  family: 'Family',
  skills: 'Skills',
  assessment: 'Assessment',
  other: 'Other',
};

/** What a session can be narrowed to by kind, in the order staff think of them. */
export const KINDS = Object.entries(WORDS).map(([value, label]) => ({ value, label }));

export const kindWord = (kind: string): string =>
  kind in WORDS ? WORDS[kind as SessionKind] : kind;
