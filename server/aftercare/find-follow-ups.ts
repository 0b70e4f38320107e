import { type FollowUp, followUps } from '#domain/aftercare/follow-up';
import type { FollowUpLine } from '#domain/aftercare/follow-up.contract';
import { followUpOwnerOf } from '#domain/aftercare/follow-up-words';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import {
  findStaysToFollowUp,
  type HowFarBack,
  type StayToFollowUp,
} from './stays-to-follow-up.queries.ts';

/** A follow-up with the discharge it is of. */
export interface FollowUpOf {
  discharge: StayToFollowUp;
  followUp: FollowUp;
  owner: FollowUpLine['owner'];
}

/** Every follow-up that the programs make of everybody who left, so far back, whom the reader may see. */
export async function findFollowUps(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
  back?: HowFarBack,
): Promise<FollowUpOf[]> {
  const discharges = await findStaysToFollowUp(scoped, reader, asOf, back);
  const rules = await rulesOf(scoped, reader.organizationId);
  return discharges.flatMap((discharge) => {
    const held = rules.on(discharge.today, discharge.programId);
    const owner = followUpOwnerOf(held.followUpOwner);
    const { zone: timeZone, contacts, ...facts } = discharge;
    return followUps(
      { ...facts, asOf: asOf.getTime(), timeZone, contacts: contacts ?? [] },
      held,
    ).map((followUp) => ({ discharge, followUp, owner }));
  });
}

export function followUpLine({ discharge, followUp, owner }: FollowUpOf): FollowUpLine {
  const { clientId, familyName, givenName, episodeId, today, endedOn, phones, contactRules } =
    discharge;
  const { id, contactIds, ...state } = followUp;
  return {
    key: `${episodeId}:${id}`,
    ...{ clientId, familyName, givenName, episodeId, today, endedOn, phones, contactRules },
    timeZone: discharge.zone,
    counselor: named(discharge.counselorId, discharge.counselor),
    site: named(discharge.siteId, discharge.site),
    ...state,
    owner,
    contacts: (discharge.contacts ?? [])
      .filter((contact) => contactIds.includes(contact.id))
      .map(({ id: contactId, at, mode, result, by, followUp: said }) => ({
        id: contactId,
        at: new Date(at).toISOString(),
        ...{ mode, result, by, followUp: said },
      })),
  };
}

const named = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;
