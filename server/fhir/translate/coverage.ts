import type { Coverage, Organization, Reference } from 'fhir/r4';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface CoverageFacts {
  client: Ref;
  /** As the coverage names its payer; `null` where it only refers to one, or where a person pays. */
  payerName: string | null;
  payer: Ref | null;
  status: string;
  startsOn: string | null;
  endsOn: string | null;
}

/** Who pays for a client's care. */
export function translateCoverage(coverage: Coverage): Translation<CoverageFacts> {
  if (coverage.status === 'entered-in-error') return ENTERED_IN_ERROR;
  const client = refOf(coverage.beneficiary, 'Patient');
  if (!client) return heldBack('Names no client', 'the payer is not known');
  const [payor] = coverage.payor ?? [];
  return {
    use: {
      client,
      payerName: isPerson(payor) ? null : (payor?.display ?? containedName(coverage, payor)),
      payer: refOf(payor, 'Organization'),
      status: coverage.status,
      startsOn: wholeDay(coverage.period?.start),
      endsOn: wholeDay(coverage.period?.end),
    },
  };
}

/** Who pays themselves, or for a relative, is no payer: their name stays with their record. */
const isPerson = (payor: Reference | undefined): boolean =>
  /^(.*\/)?(Patient|RelatedPerson)\b/.test(payor?.reference ?? payor?.type ?? '');

function containedName({ contained }: Coverage, payor: Reference | undefined): string | null {
  const inside = contained?.find(
    (resource): resource is Organization =>
      resource.resourceType === 'Organization' && `#${resource.id}` === payor?.reference,
  );
  return inside?.name ?? null;
}
