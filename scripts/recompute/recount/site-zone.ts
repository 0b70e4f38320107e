import type { ClinicRecords } from '../source/clinic-records.ts';

const timeZoneExtension = 'http://hl7.org/fhir/StructureDefinition/timezone';
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** On whose calendar a day lies; this machine's own where no site says. */
export function siteZone(records: ClinicRecords, location: string | undefined): string {
  const extensions = records.named('Location', location)?.extension ?? [];
  return extensions.find(({ url }) => url === timeZoneExtension)?.valueCode ?? here;
}
