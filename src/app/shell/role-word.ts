import type { Role } from '#domain/access/access.contract';

const WORDS: Record<Role, string> = {
  counselor: 'Counselor',
  supervisor: 'Clinical supervisor',
  director: 'Program director',
  peer: 'Peer specialist',
  aftercare: 'Aftercare coordinator',
  admin: 'Administrator, no client view',
};

export const roleWord = (role: Role | undefined): string => (role ? WORDS[role] : '');
