import type { Resource } from 'fhir/r4';
import type { Act } from './acts.ts';

/** Writes them at the endpoint, as a front desk would; says when, by its clock, the last was done. */
export async function carryOut(fhirUrl: string, acts: readonly Act[]): Promise<string> {
  let last = '';
  for (const act of acts) {
    const [record, init] =
      'remove' in act
        ? [act.remove, { method: 'DELETE' }]
        : [
            `${act.leave.resourceType}/${act.leave.id}`,
            {
              method: 'PUT',
              headers: { 'content-type': 'application/fhir+json' },
              body: JSON.stringify(act.leave),
            },
          ];
    const answer = await fetch(`${fhirUrl}/${record}`, init);
    if (!answer.ok) throw new Error(`${record} answered ${answer.status}: ${await answer.text()}`);
    if (init.method === 'PUT') last = ((await answer.json()) as Resource).meta?.lastUpdated ?? last;
  }
  return last;
}
