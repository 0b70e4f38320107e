import type { CodeableConcept, Observation } from 'fhir/r4';
import { localIso } from '../model/local-time.ts';
import type { DrugTest } from '../model/measurement/drug-test.ts';
import type { Placement } from '../model/placement.ts';
import { codeOf, PANEL, panelOf, result, type Content } from './drug-test-panel.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { utcIso } from './utc-iso.ts';

const LABORATORY: CodeableConcept = {
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
  ],
};
/** Pending from the collection on, preliminary once screened, final when confirmed. */
export function drugTestObservations(
  placement: Placement,
  test: DrugTest,
): Recorded<Observation>[] {
  const { key, shape, detected } = test;
  if (test.outcome !== 'resulted' || shape === 'components') {
    return [recorded(placement, test, key, panelOf(test))];
  }
  const analytes = [...detected].map(([analyte, found], at) =>
    recorded(placement, test, `${key}-${at + 1}`, () => ({
      code: codeOf(analyte),
      valueCodeableConcept: result(found),
    })),
  );
  if (shape === 'separate') return analytes;
  const hasMember = analytes.map(({ id }) => ({ reference: `Observation/${id}` }));
  return [
    recorded(placement, test, key, () => ({ code: { coding: [PANEL] }, hasMember })),
    ...analytes,
  ];
}

function recorded(
  { client, group }: Placement,
  test: DrugTest,
  key: string,
  content: (pending: boolean) => Content,
): Recorded<Observation> {
  const id = resourceId.clinical('obs', client, key);
  const { outcome, collectedAt, screenedAt, confirmedAt } = test;
  const awaited = outcome === 'resulted';
  const positive = awaited && [...test.detected.values()].some(Boolean);
  const at = awaited
    ? [collectedAt, screenedAt, ...(positive ? [confirmedAt] : [])]
    : [outcome === 'invalid' ? screenedAt : collectedAt + 3_600_000];
  return {
    id,
    at,
    render: (version) => ({
      resourceType: 'Observation',
      id,
      status: statusOf(outcome, version, positive),
      category: [LABORATORY],
      subject: toClient(client),
      effectiveDateTime: localIso(group.unit.site.zone, collectedAt),
      ...((version > 1 || outcome === 'invalid') && { issued: utcIso(at[version - 1]) }),
      ...withoutResult(content(awaited && version === 1), awaited && version === 1),
    }),
  };
}

/** A positive screen is presumptive until the laboratory confirms it; a negative one stands. */
function statusOf(
  outcome: DrugTest['outcome'],
  version: number,
  positive: boolean,
): Observation['status'] {
  if (outcome === 'refused' || outcome === 'missed') return 'cancelled';
  if (outcome === 'invalid') return 'final';
  if (version === 1) return 'registered';
  return version === 2 && positive ? 'preliminary' : 'final';
}

function withoutResult(content: Content, pending: boolean): Content {
  if (!pending) return content;
  return { code: content.code, ...(content.hasMember && { hasMember: content.hasMember }) };
}
