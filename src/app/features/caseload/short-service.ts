const GENERIC = /\s+(counseling|group|program|services?|sessions?|therapy)$/iu;

/** 'Individual' of 'Individual counseling': without the words that every service could carry. */
export const shortService = (service: string): string => service.replace(GENERIC, '');
