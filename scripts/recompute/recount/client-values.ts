import type { ValuesByName } from '../compared-values.ts';
import type { ClinicRecords } from '../source/clinic-records.ts';

/** By the client's record: whose it is, and whether they live. */
export const clientValues = (records: ClinicRecords): ValuesByName =>
  new Map(
    records.all('Patient').map((patient) => {
      const name = `Patient/${patient.id}`;
      const survivor = records.client(name);
      const recordNumber = patient.identifier?.find(({ type }) =>
        type?.coding?.some(({ code }) => code === 'MR'),
      );
      return [
        name,
        {
          'merged into': survivor === name ? null : (survivor ?? null),
          'record number': recordNumber?.value ?? null,
          born: patient.birthDate ?? null,
          deceased: patient.deceasedBoolean ?? patient.deceasedDateTime !== undefined,
          died: patient.deceasedDateTime?.slice(0, 10) ?? null,
        },
      ];
    }),
  );
