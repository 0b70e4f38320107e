import type { CaseloadBrief } from '#domain/caseload/brief.contract';

/** Every client whom a brief names, once: of the others it shows sums. */
export function clientsIn({ news, hours, today }: CaseloadBrief): string[] {
  const named = [
    ...news.flatMap(({ clients }) => clients),
    ...hours.short,
    ...(today ?? []).flatMap(({ client }) => client ?? []),
  ];
  return [...new Set(named.map(({ clientId }) => clientId))];
}
