/**
 * Who people and services are, and how they prove it: accounts, passwords, second factors, tokens, sessions. What they
 * may do is said elsewhere. Personal data are kept here and nowhere else.
 */
export { type Happening, type HappeningKind, HAPPENINGS } from './happenings.ts';
export { Identities, type IdentitiesOptions } from './identities.ts';
export { looksLikeAnother } from './names.ts';
export { DEFAULT_COST, type PasswordCost } from './passwords.ts';
export type { Person } from './person.ts';
export { identityRefusals } from './refusals.ts';
export { SHAPE as accountTables } from './schema.ts';
export type { TokenRecord } from './tokens.ts';
