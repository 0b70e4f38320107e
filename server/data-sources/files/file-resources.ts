import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FhirResource } from 'fhir/r4';
import { type Arrival, arrivalOf } from '../arrival.ts';
import { READ_TYPES } from '../translators.ts';
import { entriesOf } from './bundle-entries.ts';

/** What a file holds next: resources, and what could not be read as one. */
export interface FileBatch {
  file: string;
  arrivals: Arrival[];
  /** Where something stands that is no FHIR resource: 'Patient.ndjson, line 12'. */
  unreadable: string[];
}

const READ_EXTENSIONS = ['.ndjson', '.json'];

/** A path that cannot be imported, said in one sentence. */
export class NothingToImport extends Error {}

/**
 * The files to read at these paths, folders with all they hold, in the order in which their types
 * build on each other as far as their names tell it: 'Encounter.000.ndjson' before 'Appointment.ndjson'.
 */
export async function filesAt(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (!found) throw new NothingToImport(`There is no file or folder ${path}.`);
    if (!found.isDirectory()) files.push(path);
    else
      for (const entry of await readdir(path, { recursive: true })) files.push(join(path, entry));
  }
  const readable = files.filter((file) => READ_EXTENSIONS.includes(extname(file).toLowerCase()));
  if (readable.length === 0) {
    throw new NothingToImport(
      `No file that ends in ${READ_EXTENSIONS.join(' or ')} was found at ${paths.join(', ')}.`,
    );
  }
  const place = (file: string) => {
    const type = basename(file).split(/[.-]/)[0];
    const index = READ_TYPES.findIndex((known) => known === type);
    return index < 0 ? READ_TYPES.length : index;
  };
  return readable.sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

/** The resources of a file, so many at once: an NDJSON line by line, a Bundle's entries one by one. */
export async function* resourcesIn(file: string, atOnce: number): AsyncGenerator<FileBatch> {
  let batch: FileBatch = { file, arrivals: [], unreadable: [] };
  for await (const { where, text } of piecesOf(file)) {
    const arrivals = arrivalsOf(text);
    if (arrivals) batch.arrivals.push(...arrivals);
    else batch.unreadable.push(where);
    if (batch.arrivals.length >= atOnce) {
      yield batch;
      batch = { file, arrivals: [], unreadable: [] };
    }
  }
  if (batch.arrivals.length + batch.unreadable.length > 0) yield batch;
}

async function* piecesOf(file: string): AsyncGenerator<{ where: string; text: string }> {
  const name = basename(file);
  if (extname(file).toLowerCase() === '.json') {
    yield { where: name, text: await readFile(file, 'utf8') };
    return;
  }
  let number = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    number++;
    if (text.trim() !== '') yield { where: `${name}, line ${number}`, text };
  }
}

/** All that can be said of them before the database has a say, while it is busy with those before. */
function arrivalsOf(text: string): Arrival[] | null {
  try {
    const parsed = JSON.parse(text) as Partial<FhirResource> | null;
    if (typeof parsed !== 'object' || typeof parsed?.resourceType !== 'string') return null;
    // What stands by itself is kept as it is written.
    return entriesOf(parsed as FhirResource).map((resource) =>
      arrivalOf(resource, resource === parsed ? text : undefined),
    );
  } catch {
    return null;
  }
}
