import type { Bundle, FhirResource, OperationOutcome } from 'fhir/r4';

/** A FHIR server that could not be read; the message is fit to show, and names no client. */
export class SourceError extends Error {}

export interface Page {
  resources: FhirResource[];
  next: string | null;
}

const PATIENCE_MS = 30_000;
const TRIES = 4;

/** Reads searches of a FHIR R4 server page by page. */
export class FhirClient {
  private readonly baseUrl: string;

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

  /** An address without the server's name, to be kept: the server may answer elsewhere tomorrow. */
  pathOf(url: string): string {
    const { pathname, search } = new URL(url);
    return pathname + search;
  }

  /** The address of a path that was kept. */
  urlOf(path: string): string {
    return new URL(path, this.baseUrl).href;
  }

  async page(url: string): Promise<Page> {
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
    const matches = (bundle.entry ?? []).filter(({ search }) => search?.mode !== 'outcome');
    return {
      resources: matches.flatMap(({ resource }) => resource ?? []),
      next: next ? new URL(next, url).href : null,
    };
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
  );
}
