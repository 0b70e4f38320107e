import { join } from 'node:path';
import { Chart } from '../endpoint/chart.ts';
import { Journal } from '../endpoint/journal.ts';
import { RESOURCE_TYPES } from '../endpoint/resource-types.ts';
import { stampedText } from '../endpoint/stamped-text.ts';
import { isClientType, type RecordArchive, type ResourceType } from '../fhir/record-archive.ts';
import { NdjsonFile } from './ndjson-file.ts';

/** Clients from one to, not including, another; the clinic's own records go with the first. */
export interface Part {
  /** Between type and ending of the files' names; empty where there is one part only. */
  name: string;
  from: number;
  until: number;
}

export type Counts = [ResourceType, number][];

/** Writes a part of the clinic as it stands at the instant, one file a type, client by client. */
export function exportPart(
  archive: RecordArchive,
  instant: number,
  { name, from, until }: Part,
  folder: string,
): Counts {
  const chart = new Chart(archive, new Journal());
  return inFiles(folder, name, from === 0, (files) => {
    for (let client = from; client < until; client++) {
      for (const [type, file] of files) {
        if (client > 0 && !isClientType(type)) continue;
        for (const record of archive.records(type, client)) {
          const shown = chart.shown(type, record, instant);
          if (shown) file.add(stampedText(shown));
        }
      }
    }
  });
}

function inFiles(
  folder: string,
  name: string,
  withClinic: boolean,
  write: (files: Map<ResourceType, NdjsonFile>) => void,
): Counts {
  const types = RESOURCE_TYPES.filter((type) => withClinic || isClientType(type));
  const files = new Map(
    types.map((type) => [type, new NdjsonFile(join(folder, `${type}${name}.ndjson`))]),
  );
  write(files);
  return [...files].map(([type, file]) => {
    file.close();
    return [type, file.resources];
  });
}
