import type { CaseloadValues } from './caseload-values.ts';

export interface Comparison {
  clients: number;
  values: number;
  differences: string[];
}

/** Every value of every client on either side. */
export function differencesOf(
  recomputed: Map<string, CaseloadValues>,
  answered: Map<string, CaseloadValues>,
): Comparison {
  const clients = new Set([...recomputed.keys(), ...answered.keys()]);
  const differences: string[] = [];
  let values = 0;
  for (const client of clients) {
    const ours = recomputed.get(client);
    const theirs = answered.get(client);
    if (!ours || !theirs) {
      differences.push(`${client} is only ${ours ? 'recomputed' : 'answered'}`);
      continue;
    }
    for (const [name, value] of Object.entries(ours)) {
      values += 1;
      const answer = theirs[name];
      if (answer === value) continue;
      differences.push(`${client} ${name}: recomputed ${value}, answered ${answer}`);
    }
  }
  return { clients: clients.size, values, differences };
}
