import type { ClinicRecords } from '../source/clinic-records.ts';

const titles =
  /prescriber|physician|psychiatrist|nurse practitioner|advanced practice|medical director/i;

/** Whoever has the title of one who prescribes: references of practitioners. */
export const prescribersIn = (records: ClinicRecords): Set<string> =>
  new Set(
    records
      .all('PractitionerRole')
      .filter(({ code }) => titles.test(code?.[0]?.text ?? code?.[0]?.coding?.[0]?.display ?? ''))
      .flatMap(({ practitioner }) => practitioner?.reference ?? []),
  );
