import type {
  Bundle,
  BundleEntry,
  CapabilityStatement,
  FhirResource,
  OperationOutcome,
} from 'fhir/r4';
import { refOf } from './translate/reference.ts';
import type { Ref } from './translate/translation.ts';

/** A FHIR server that could not be read; the message is fit to show, and names no client. */
export class SourceError extends Error {
  /** What it answered with; none where it did not answer. */
  readonly status: number | undefined;

  constructor(message: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.status = status;
  }
}

export interface Page {
  resources: FhirResource[];
  next: string | null;
}

/** That a resource was deleted, as a history tells it. */
export interface Deletion {
  ref: Ref;
  /** When; `null` where the source does not say. */
  at: string | null;
}

const PATIENCE_MS = 30_000;
const TRIES = 4;

/** Reads searches of a FHIR R4 server page by page. */
export class FhirClient {
  private readonly baseUrl: string;
  /** Asked once: a source does not learn it while it is being read. */
  private withHistory: Promise<ReadonlySet<string>> | null = null;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl.replace(/\/$/, '');
  }

  /** The address of a search's first page. */
  search(type: string, parameters: Record<string, string | string[]>): string {
    const query = new URLSearchParams();
    for (const [name, values] of Object.entries(parameters)) {
      for (const value of [values].flat()) query.append(name, value);
    }
    return `${this.baseUrl}/${type}?${query}`;
  }

  /** The address of the first page of what happened to resources of a type. */
  history(type: string, parameters: Record<string, string>): string {
    return `${this.baseUrl}/${type}/_history?${new URLSearchParams(parameters)}`;
  }

  /** The types whose history this source keeps, by its own word. */
  typesWithHistory(): Promise<ReadonlySet<string>> {
    this.withHistory ??= this.askForHistory().catch((error: unknown) => {
      this.withHistory = null;
      throw error;
    });
    return this.withHistory;
  }

  private async askForHistory(): Promise<ReadonlySet<string>> {
    const statement = (await this.get(`${this.baseUrl}/metadata`)) as CapabilityStatement | null;
    const kept = (statement?.rest ?? [])
      .flatMap(({ resource }) => resource ?? [])
      .filter(({ interaction }) => interaction?.some(({ code }) => code === 'history-type'));
    return new Set(kept.map(({ type }) => type));
  }

  /** Whether the source says of a resource that it is not there: 404 or 410, and no other answer. */
  async isGone({ type, id }: Ref): Promise<boolean> {
    try {
      await this.get(`${this.baseUrl}/${type}/${encodeURIComponent(id)}`);
      return false;
    } catch (error) {
      if (error instanceof SourceError && [404, 410].includes(error.status ?? 0)) return true;
      throw error;
    }
  }

  /** An address without the server's name, to be kept: the server may answer elsewhere tomorrow. */
  pathOf(url: string): string {
    const { pathname, search } = new URL(url);
    return pathname + search;
  }

  /** The address of a path that was kept. */
  urlOf(path: string): string {
    return new URL(path, this.baseUrl).href;
  }

  /** A page of a search. */
  async page(url: string): Promise<Page> {
    const { entries, next } = await this.entries(url);
    const matches = entries.filter(({ search }) => search?.mode !== 'outcome');
    return { resources: matches.flatMap(({ resource }) => resource ?? []), next };
  }

  /** A page of a history: what of it are deletions. */
  async deletions(url: string): Promise<{ deletions: Deletion[]; next: string | null }> {
    const { entries, next } = await this.entries(url);
    return { deletions: entries.flatMap((entry) => deletionIn(entry) ?? []), next };
  }

  private async entries(url: string): Promise<{ entries: BundleEntry[]; next: string | null }> {
    if (new URL(url).origin !== new URL(this.baseUrl).origin) {
      throw new SourceError('The source named a next page on another server; it was not followed.');
    }
    const bundle = (await this.get(url)) as Bundle | null;
    if (bundle?.resourceType !== 'Bundle') {
      throw new SourceError(
        `The source answered with ${bundle?.resourceType ?? 'something'} instead of a Bundle.`,
      );
    }
    const next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
    return { entries: bundle.entry ?? [], next: next ? new URL(next, url).href : null };
  }

  private async get(url: string): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const answer = await fetch(url, {
        headers: { accept: 'application/fhir+json' },
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).catch((error: Error) => error);
      if (answer instanceof Response && answer.ok) return bodyOf(answer, this.baseUrl);
      const mayPass = answer instanceof Error || answer.status === 429 || answer.status >= 500;
      if (!mayPass || attempt === TRIES) throw await problemOf(answer, this.baseUrl);
      await pause(waitBefore(answer, attempt));
    }
  }
}

function deletionIn({ request, response, fullUrl }: BundleEntry): Deletion | null {
  if (request?.method !== 'DELETE') return null;
  const ref = refOf({ reference: request.url }) ?? refOf({ reference: fullUrl });
  return ref && { ref, at: response?.lastModified ?? null };
}

/** `null` for what is no JSON, such as the sign-in page of a proxy. */
const bodyOf = (answer: Response, baseUrl: string): Promise<unknown> =>
  answer.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return null;
    throw new SourceError(`The scheduling system at ${baseUrl} broke off its answer.`, {
      cause: error,
    });
  });

/** As long as the server asks, a minute at most; else longer with each try. */
function waitBefore(answer: Response | Error, attempt: number): number {
  const asked = answer instanceof Response ? Number(answer.headers.get('retry-after')) : 0;
  return asked > 0 ? Math.min(asked, 60) * 1000 : 250 * 2 ** attempt;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function problemOf(answer: Response | Error, baseUrl: string): Promise<SourceError> {
  if (answer instanceof Error) {
    return new SourceError(`The scheduling system at ${baseUrl} does not answer.`, {
      cause: answer,
    });
  }
  const body = (await answer.json().catch(() => null)) as OperationOutcome | null;
  // Only the code: free text of another system may name a client.
  const code = body?.resourceType === 'OperationOutcome' ? body.issue?.[0]?.code : undefined;
  return new SourceError(
    `The scheduling system at ${baseUrl} refused the request (${answer.status}${code ? `, ${code}` : ''}).`,
    { status: answer.status },
  );
}
