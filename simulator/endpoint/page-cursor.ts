import { badRequest } from './fhir-error.ts';

/** Where the next page begins, in the records as they stood at `instant`. */
export interface PageCursor {
  instant: number;
  client: number;
  /** Place among the client's records, or in the sorted result. */
  place: number;
}

export function encodeCursor({ instant, client, place }: PageCursor): string {
  return [instant, client, place].map((part) => part.toString(36)).join('-');
}

export function decodeCursor(text: string, now: number): PageCursor {
  const parts = /^[0-9a-z]{1,9}-[0-9a-z]{1,6}-[0-9a-z]{1,6}$/.test(text)
    ? text.split('-').map((part) => parseInt(part, 36))
    : [];
  const [instant, client, place] = parts;
  if (parts.length !== 3 || instant > now) {
    throw badRequest('_page: not a link that this server gave.');
  }
  return { instant, client, place };
}
