export interface NamedClient {
  familyName: string;
  givenName: string;
}

/** 'Plum, Odette'. */
export const fullName = ({ familyName, givenName }: NamedClient): string =>
  [familyName, givenName].filter(Boolean).join(', ');

/** 'O. P.', the given name first. */
export const initialsOf = ({ familyName, givenName }: NamedClient): string =>
  [givenName, familyName]
    .filter(Boolean)
    .map((name) => `${[...name][0]?.toUpperCase() ?? ''}.`)
    .join(' ');

/** 'O. Plum', where there is little room. */
export const shortName = ({ familyName, givenName }: NamedClient): string =>
  [[...givenName][0] && `${[...givenName][0]}.`, familyName].filter(Boolean).join(' ');

export const clientNameText = (client: NamedClient, initialsOnly: boolean): string =>
  initialsOnly ? initialsOf(client) : fullName(client);
