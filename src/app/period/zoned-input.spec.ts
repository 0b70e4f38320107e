import { fromZonedInput, toZonedInput } from './zoned-input';

describe('zoned input', () => {
  it('reads what was chosen on the site’s clock', () => {
    expect(fromZonedInput('2026-11-18T08:02', 'America/Chicago')).toBe('2026-11-18T14:02:00.000Z');
    expect(fromZonedInput('2026-07-01T08:02', 'America/Chicago')).toBe('2026-07-01T13:02:00.000Z');
  });

  it('shows an instant on the site’s clock', () => {
    expect(toZonedInput('2026-11-18T14:02:00Z', 'America/Chicago')).toBe('2026-11-18T08:02');
  });

  it('waits until a moment is complete', () => {
    expect(fromZonedInput('', 'America/Chicago')).toBeNull();
  });
});
