/** A default is what holds where nothing was set: pages and queries go by the rules of the day. */
export const defaultsAsRules = () => ({
  regex: '^#domain/settings/program-defaults$',
  importNames: ['PROGRAM_DEFAULTS'],
  message: 'Go by the rules that hold on the day: rulesOf (server/settings/rules.ts).',
});
