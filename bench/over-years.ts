import { ensureFiles } from '../server/data-sources/files/file-source.ts';
import { importFiles } from '../server/data-sources/files/import-files.ts';
import { copyOverYears } from './copy-clinic.ts';
import { emptyDatabases } from './empty-database.ts';
import { exportedClinic } from './exported-clinic.ts';
import { measureCalls } from './measure-call.ts';
import type { Result } from './result.ts';

/** Ever admitted in the clinic that is copied, within about two years; so many stretches of two years. */
const original = 500;
const stretches = 5;
const daysOfStretch = 728;

/** Above this the embedded database is left out: it is for programs of a few thousand clients. */
const mostEmbedded = 5_000;

/**
 * What the attendance pages ask of a program with so many clients over ten years, about sixty sessions
 * each: a twenty-fifth of them is in care at once.
 */
export async function overYears(clients: number, clinicNow: Date): Promise<Result[]> {
  const results: Result[] = [];
  const exported = await exportedClinic(clinicNow, original);
  try {
    for (const open of emptyDatabases) {
      const empty = await open();
      if (typeof empty === 'string') continue;
      const { name, database, close } = empty;
      try {
        if (database.kind === 'pglite' && clients > mostEmbedded) continue;
        const source = await ensureFiles(database);
        const clock = { now: () => clinicNow };
        await importFiles({ database, source, clock, say: () => undefined }, [exported.folder]);
        const past = Array.from({ length: stretches - 1 }, (_, index) => ({
          days: daysOfStretch * (index + 1),
          now: clinicNow,
        }));
        const copies = Math.max(1, Math.round(clients / original / stretches));
        await copyOverYears(database, copies, past);
        const about = `${clients.toLocaleString('en-US')} clients over years, ${name}`;
        results.push(...(await measureCalls(database, source, clinicNow, about)));
      } finally {
        await close();
      }
    }
  } finally {
    exported.remove();
  }
  return results;
}
