import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '#domain/problem.contract';
import { toProblem } from './to-problem';

/** The server's problem where a file was asked for: it then comes as one, and must be read first. */
export async function problemInFile(error: unknown): Promise<Problem> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) {
    return toProblem(error);
  }
  const text = await error.error.text();
  return toProblem(new HttpErrorResponse({ status: error.status, error: parsed(text) }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
