import type { TherapyGroup } from '#domain/attendance/therapy-group.contract';

/**
 * What the rules found, no stronger than they are: of groups that do not differ at all, one in 40 lies
 * above its 95% limit, and one in a thousand above that of 99.8%.
 */
export function lossTitle(
  groups: readonly TherapyGroup[],
  losing: readonly TherapyGroup[],
): string {
  const beyondChance = losing.filter(({ loss }) => loss.outside === '99.8');
  const named = beyondChance.length > 0 ? beyondChance : losing;
  if (named.length === 0) return 'No group is losing more people than chance explains';
  const names = named.map((group) => calledAmong(groups, group)).join(', ');
  if (beyondChance.length > 0)
    return `${names} ${named.length === 1 ? 'is' : 'are'} losing more people than chance explains`;
  return `${names} may be losing people: above the 95% limit, where chance puts one group in 40`;
}

/** 'Group A', or 'Group A of Eastgate Day IOP' where several are called so. */
function calledAmong(
  groups: readonly TherapyGroup[],
  { id, name, program, site }: TherapyGroup,
): string {
  const isShared = groups.some((other) => other.id !== id && other.name === name);
  const place = program ?? site;
  return isShared && place ? `${name} of ${place}` : name;
}
