import {
  calendarDay,
  clinicDate,
  clinicDay,
  clinicMoment,
  clinicTime,
  zoneIfOther,
} from './clinic-time';

describe('zoneIfOther', () => {
  it('names the zone of a site whose clock is another, of its season', () => {
    const there = 'America/Chicago';
    expect(zoneIfOther('2026-11-18T14:00:00Z', there, 'America/New_York')).toBe(' CST');
    expect(zoneIfOther('2026-07-18T14:00:00Z', there, 'America/New_York')).toBe(' CDT');
    expect(zoneIfOther('2026-07-18T14:00:00Z', there, 'America/Menominee')).toBe('');
  });
});

describe('clinic time', () => {
  const chicago = 'America/Chicago';
  const wednesday = '2026-11-18T14:02:00Z';

  it('shows the clock of the site, not of the machine', () => {
    expect(clinicTime('2026-11-18T15:30:00Z', chicago)).toBe('9:30 am');
    expect(clinicTime('2026-11-18T15:30:00Z', 'America/Denver')).toBe('8:30 am');
  });

  it('names a day of the same week by its weekday', () => {
    expect(clinicDay('2026-11-17T15:00:00Z', chicago, wednesday)).toBe('Tue');
  });

  it('begins the week on Monday, by the site’s calendar', () => {
    expect(clinicDay('2026-11-16T05:30:00Z', chicago, wednesday)).toBe('Sun 15 Nov');
    expect(clinicDay('2026-11-16T06:30:00Z', chicago, wednesday)).toBe('Mon');
  });

  it('writes the year only when it is another', () => {
    expect(clinicDate('2026-01-05T18:00:00Z', chicago, wednesday)).toBe('Mon 5 Jan');
    expect(clinicDate('2025-12-29T18:00:00Z', chicago, wednesday)).toBe('Mon 29 Dec 2025');
  });

  it('writes a moment in full', () => {
    expect(clinicMoment(wednesday, chicago)).toBe('Wed 18 Nov 2026, 8:02 am');
  });

  it('keeps a calendar day as it is', () => {
    expect(calendarDay('2026-10-26')).toBe('26 Oct');
  });
});
