import { refuse } from './refusals.ts';

/** Of an account; no e-mail address, since it stands in events. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,31}$/u;

/** Those that the ledger itself acts under. */
const RESERVED = new Set(['set-up', 'sign-on', 'local', 'operator', 'nobody', 'ledger']);

/** Shown as nothing, so that two names would look the same. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

/** Scripts with letters that look like one another's. */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
];

/** Whether a name may look like another one: with what nobody sees, or with letters of scripts that look alike. */
export const looksLikeAnother = (name: string): boolean => {
  const seen = name.normalize('NFKC');
  return UNSEEN.test(name) || ALIKE.filter((script) => script.test(seen)).length > 1;
};

/** Names that look alike are one. */
export const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The name as it is kept. Refuses with `name-malformed` what no account may be called. */
export function nameFrom(given: string): string {
  const name = given.normalize('NFC');
  if (NAME.test(name) && !looksLikeAnother(name) && !RESERVED.has(folded(name))) return name;
  throw refuse(
    'name-malformed',
    `"${name.slice(0, 40)}" cannot be the name of an account; expected up to 32 letters of one script, digits, dots, hyphens and underscores, and none of the ledger’s own names.`,
  );
}
