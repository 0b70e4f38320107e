import { mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Counts, Part } from './export-part.ts';
import type { ClinicToExport } from './export-worker.ts';

const WORKER = join(import.meta.dirname, 'export-worker.ts');
/** What a thread may use beside what it keeps, in MB: new objects are cleared away as they come. */
const NURSERY = 32;

/**
 * Writes a clinic part by part, as many at once as the machine has cores: each thread works the
 * clinic out for itself, which takes less time than telling it.
 */
export async function exportInParts(
  clinic: ClinicToExport,
  parts: readonly Part[],
): Promise<Counts> {
  mkdirSync(clinic.folder, { recursive: true });
  const waiting = [...parts];
  const threads = Math.min(parts.length, availableParallelism());
  const counts = await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(WORKER, {
        workerData: clinic,
        resourceLimits: { maxYoungGenerationSizeMb: NURSERY },
      });
      const written: Counts = [];
      for (let part = waiting.shift(); part; part = waiting.shift()) {
        worker.postMessage(part);
        const [counted] = (await once(worker, 'message')) as [Counts];
        written.push(...counted);
      }
      await worker.terminate();
      return written;
    }),
  );
  return counts.flat();
}
