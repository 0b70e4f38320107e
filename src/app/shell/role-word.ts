import type { Role } from '#domain/access/access.contract';

const WORDS: Record<Role, string> = {
  counselor: 'Counselor',
  supervisor: 'Clinical supervisor',
  director: 'Program director',
  admin: 'Administrator, no client view',
};

export const roleWord = (role: Role | undefined): string => (role ? WORDS[role] : '');
