/** By the client's record. */
export const storedClients = `
  SELECT client.name, survivor.name AS "merged into", p.record_number AS "record number",
         p.birth_date AS born, p.deceased, p.died_on AS died
    FROM client c
    JOIN client_particulars p ON p.client_id = c.id
    JOIN named client ON client.id = c.id
    LEFT JOIN named survivor ON survivor.id = c.merged_into`;

/** One that was inferred has no name at the source: it is called by its first day, on both sides. */
export const episodeName = `
  CASE WHEN e.inferred THEN 'EpisodeOfCare/inferred from ' || e.admitted_on ELSE episode.name END`;

/** By client and episode. */
export const storedEpisodes = `
  SELECT client.name || ' ' || ${episodeName} AS name, e.status, e.inferred,
         e.last_contact_on AS "last contact", e.admitted_on AS admitted,
         e.ended_on AS ended, e.level_code AS level, e.level_edition AS edition, unit.name AS unit,
         counselor.name AS counselor, team.name AS team, request.name AS "request that led to it",
         coalesce((SELECT string_agg(starts_on || '–' || coalesce(ends_on::text, ''), ' ' ORDER BY starts_on)
                     FROM episode_hold h WHERE h.episode_id = e.id), '') AS holds
    FROM episode e
    JOIN named client ON client.id = e.client_id
    JOIN named episode ON episode.id = e.id
    LEFT JOIN named unit ON unit.id = e.unit_id
    LEFT JOIN named counselor ON counselor.id = e.counselor_id
    LEFT JOIN named team ON team.id = e.team_id
    LEFT JOIN named request ON request.id = e.referral_id`;

/** By client and record: each way in which it was said why treatment ended. */
export const storedDischarges = `
  SELECT client.name || ' ' || record.name AS name, d.way, d.stated_on AS on, episode.name AS of,
         d.code, d.reason
    FROM discharge_statement d
    JOIN named client ON client.id = d.client_id
    JOIN named record ON record.id = d.record_id
    LEFT JOIN named episode ON episode.id = d.episode_id`;
