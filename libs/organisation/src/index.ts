/** The organisation whose books are kept: its code and its settings, recorded once. */
export * from './events.ts';
export * from './organisation.ts';
export { organisationRefusals } from './refusals.ts';
