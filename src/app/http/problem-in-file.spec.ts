import { HttpErrorResponse } from '@angular/common/http';
import { problemInFile } from './problem-in-file';

const answered = (text: string) =>
  problemInFile(new HttpErrorResponse({ status: 403, error: new Blob([text]) }));

describe('problemInFile', () => {
  it('reads what the server said, which comes as a file where one was asked for', async () => {
    const problem = { code: 'not-permitted', message: 'Your role does not include this page.' };
    expect(await answered(JSON.stringify(problem))).toEqual(problem);
  });

  it('says that the server could not be reached where it said nothing', async () => {
    expect((await answered('<html>')).code).toBe('unreachable');
    expect((await problemInFile(new HttpErrorResponse({ status: 0 }))).code).toBe('unreachable');
  });
});
