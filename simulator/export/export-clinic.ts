import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Chart, stamped } from '../endpoint/chart.ts';
import { Journal } from '../endpoint/journal.ts';
import { RESOURCE_TYPES } from '../endpoint/resource-types.ts';
import { isClientType, RecordArchive, type ResourceType } from '../fhir/record-archive.ts';
import type { Clinic } from '../model/clinic.ts';

export interface Exported {
  clients: number;
  resources: Map<ResourceType, number>;
}

/**
 * Writes the clinic as it stands at the instant, one file a type and one line a resource, client
 * by client: no more than one client's records are in memory.
 */
export async function exportClinic(
  clinic: Clinic,
  instant: number,
  total: number,
  folder: string,
): Promise<Exported> {
  mkdirSync(folder, { recursive: true });
  const archive = new RecordArchive(clinic, 1);
  archive.extendTo(instant);
  const chart = new Chart(archive, new Journal());
  const files = new Map<ResourceType, WriteStream>();
  const resources = new Map<ResourceType, number>();
  for (const type of RESOURCE_TYPES) {
    files.set(type, createWriteStream(join(folder, `${type}.ndjson`)));
    resources.set(type, 0);
  }
  const clients = Math.min(total, archive.census.clientCount);
  for (let client = 0; client < clients; client++) {
    for (const [type, file] of files) {
      if (client > 0 && !isClientType(type)) continue;
      const lines = linesOf(chart, type, client, instant);
      resources.set(type, (resources.get(type) ?? 0) + lines.length);
      if (lines.length > 0 && !file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
    }
  }
  await Promise.all(
    [...files.values()].map((file) => {
      file.end();
      return finished(file);
    }),
  );
  return { clients, resources };
}

function linesOf(chart: Chart, type: ResourceType, client: number, instant: number): string[] {
  return chart.archive.records(type, client).flatMap((record) => {
    const shown = chart.shown(type, record, instant);
    return shown ? JSON.stringify(stamped(shown)) : [];
  });
}
