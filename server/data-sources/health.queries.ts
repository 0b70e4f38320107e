import { sql } from 'kysely';
import type { Health } from '#domain/data-sources/data-sources.contract';
import type { Throughline } from '../plugins/throughline.ts';

const VERSION = '0.1.0';

/** How far the server is: never what it holds. */
export async function findHealth({ database, clock, source }: Throughline): Promise<Health> {
  const { rows } = await database.gate((scoped) =>
    sql<{
      watermark: string | null;
      history_complete: boolean;
      late_because: string | null;
      message: string | null;
    }>`
      SELECT d.watermark, d.history_complete, d.late_because, r.message
        FROM data_source d
        LEFT JOIN LATERAL (SELECT message FROM sync_run r WHERE r.organization_id = d.organization_id
                             AND r.source_id = d.id ORDER BY r.started_at DESC LIMIT 1) r ON true
       WHERE d.organization_id = ${source.organizationId} AND d.id = ${source.sourceId}`.execute(
      scoped,
    ),
  );
  const [state] = rows;
  return {
    status: !state?.watermark ? 'starting' : state.late_because ? 'degraded' : 'ready',
    version: VERSION,
    now: clock.now().toISOString(),
    sync: state
      ? {
          message: state.late_because ?? state.message ?? 'Waiting for the scheduling system',
          asOf: state.watermark,
          historyComplete: state.history_complete,
          lateBecause: state.late_because,
        }
      : null,
  };
}
