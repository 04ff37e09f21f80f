import { refuse } from './refusals.ts';

/** Of an account; no e-mail address, since it stands in events. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,31}$/u;

/** Those that the ledger itself acts under. */
const RESERVED = new Set(['set-up', 'sign-on', 'local', 'operator', 'nobody', 'ledger']);

/** Names that look alike are one. */
export const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The name as it is kept. Refuses with `name-malformed` what no account may be called. */
export function nameFrom(given: string): string {
  const name = given.normalize('NFC');
  if (NAME.test(name) && !RESERVED.has(folded(name))) return name;
  throw refuse(
    'name-malformed',
    `"${name.slice(0, 40)}" cannot be the name of an account; expected up to 32 letters, digits, dots, hyphens and underscores, and none of the ledger’s own names.`,
  );
}
