import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';

/** What went wrong, as FHIR says it. */
export class FhirError extends Error {
  readonly status: number;
  readonly code: OperationOutcomeIssue['code'];

  constructor(status: number, code: OperationOutcomeIssue['code'], message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  toOutcome(): OperationOutcome {
    return {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: this.code, diagnostics: this.message }],
    };
  }
}

export function badRequest(message: string): FhirError {
  return new FhirError(400, 'invalid', message);
}

export function unprocessable(message: string): FhirError {
  return new FhirError(422, 'processing', message);
}

export function gone(type: string, id: string): FhirError {
  return new FhirError(410, 'deleted', `${type}/${id} was deleted.`);
}
