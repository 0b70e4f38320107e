import { Draws } from '../draws.ts';

/** Somebody outside whom clients let know: who goes on with them, or a court. */
export interface OnwardPlace {
  /** In ids. */
  key: string;
  name: string;
  line: string;
  city: string;
  postalCode: string;
}

const place = (key: string, name: string, line: string, city: string, postalCode: string) => ({
  ...{ key, name, line, city, postalCode },
});

/** By the names under which people are referred there. */
export const NEXT_PLACES: readonly OnwardPlace[] = [
  place('riverbend', 'Riverbend Counseling', '88 Mill Road', 'Salem', '01970'),
  place('elm', 'Elm Street Outpatient Clinic', '410 Elm Street', 'Lynn', '01902'),
  place('northside', 'Northside Behavioral Health', '15 Quarry Lane', 'Peabody', '01960'),
  place('harbor-house', 'Harbor House Recovery Residence', '7 Wharf Street', 'Salem', '01970'),
  place('second-step', 'Second Step Living', '231 Orchard Avenue', 'Lynn', '01902'),
  place('lakeview', 'Lakeview Primary Care', '60 Lakeview Drive', 'Peabody', '01960'),
  place('union', 'Union Community Health Center', '302 Union Street', 'Lynn', '01901'),
  place('pine-ridge', 'Pine Ridge Residential Treatment', '1200 Ridge Road', 'Danvers', '01923'),
  place('stillwater', 'Stillwater Residential', '9 Mill Pond Way', 'Ipswich', '01938'),
];

export const COURTS: readonly OnwardPlace[] = [
  place('drug-court', 'Harbor County Drug Court', '56 Federal Street', 'Salem', '01970'),
  place('probation', 'Harbor County Probation Service', '2 Court Square', 'Lynn', '01901'),
];

/** Which court sent somebody. */
export const courtOf = (seed: number, client: number): OnwardPlace =>
  new Draws(seed, 'court', client).pick(COURTS);

export function nextPlace(name: string): OnwardPlace {
  const found = NEXT_PLACES.find((place) => place.name === name);
  if (!found) throw new Error(`Nobody outside is called ${name}.`);
  return found;
}
