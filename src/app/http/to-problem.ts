import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '#domain/problem.contract';

/** The server's own problem when it sent one; otherwise the one thing the user can act on. */
export function toProblem(error: unknown): Problem {
  const body: unknown = error instanceof HttpErrorResponse ? error.error : undefined;
  return isProblem(body)
    ? body
    : { code: 'unreachable', message: 'The server could not be reached.' };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
