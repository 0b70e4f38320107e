import { HttpErrorResponse } from '@angular/common/http';
import { toProblem } from './to-problem';

describe('toProblem', () => {
  it('passes on what the server said', () => {
    const error = { code: 'not-in-scope', message: 'You do not have access.' };
    expect(toProblem(new HttpErrorResponse({ status: 404, error }))).toEqual(error);
  });

  it('says that the server could not be reached when it said nothing', () => {
    const problem = { code: 'unreachable', message: 'The server could not be reached.' };
    expect(toProblem(new HttpErrorResponse({ status: 0 }))).toEqual(problem);
    expect(toProblem(new Error('bug'))).toEqual(problem);
  });
});
