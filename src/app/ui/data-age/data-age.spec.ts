import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DataAge } from './data-age';

describe('DataAge', () => {
  it('says the moment on the site’s clock and how long ago it was', async () => {
    expect(await read(null)).toContain('As of Wed 18 Nov 2026, 8:02 am');
    expect(await read(null)).toContain('12 s ago');
  });

  it('says why the data is late', async () => {
    expect(await read('The scheduling system has not answered since.')).toContain(
      'The scheduling system has not answered since. Not up to date.',
    );
  });
});

async function read(late: string | null): Promise<string> {
  const fixture = TestBed.createComponent(DataAge, {
    bindings: [
      inputBinding('asOf', () => '2026-11-18T14:02:00Z'),
      inputBinding('now', () => Date.parse('2026-11-18T14:02:12Z')),
      inputBinding('timeZone', () => 'America/Chicago'),
      inputBinding('late', () => late),
    ],
  });
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
}
