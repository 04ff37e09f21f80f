import type { KeyFolder } from './key-folder.ts';

/** A key of which the seals and the folder of the keys do not say the same. */
export interface KeyDisagreement {
  /** The verifier key, in its text form. */
  readonly key: string;
  /** One sentence or two: which key, where, and what was expected. */
  readonly message: string;
}

/**
 * Where the keys that the seals name are not those of the folder of keys. Whoever can write the data folder alone can sign
 * another history with a key of his own, and name that key in the seals; the folder of keys still tells of the true one.
 * Nothing is told where that folder has no keys.
 */
export function keyDisagreements(
  keys: KeyFolder,
  sealed: readonly string[],
  { sharesKeys = false }: { readonly sharesKeys?: boolean | undefined } = {},
): KeyDisagreement[] {
  if (sealed.length === 0) return [];
  const listed = keys.listed();
  if (listed.length === 0) return withoutList(keys, sealed);
  const unlisted = sealed.filter((key) => !listed.includes(key));
  // A key signs before it is listed: a crash may have come between.
  const signing = unlisted.length > 0 ? keys.publicHalves() : [];
  const strangers = unlisted.filter((key) => !signing.includes(key));
  // Of processes that share their keys, one may be behind, or have come later.
  const unknown = sharesKeys ? [] : listed.filter((key) => !sealed.includes(key));
  return [
    ...strangers.map((key) => ({
      key,
      message: `The seals name the key ${shown(key)}, which ${keys.listFile} does not list: expected ${listed.map(shown).join(', ')}. Whoever could write the seals may have signed another history with it.`,
    })),
    ...unknown.map((key) => ({
      key,
      message: `${keys.listFile} lists the key ${shown(key)}, which the seals do not name: expected it among ${sealed.map(shown).join(', ')}. The seals are an older copy, or were made by somebody else, or the list was changed.`,
    })),
  ];
}

function withoutList(keys: KeyFolder, sealed: readonly string[]): KeyDisagreement[] {
  const signing = keys.publicHalves();
  if (signing.length === 0 || signing.some((key) => sealed.includes(key))) return [];
  return signing.map((key) => ({
    key,
    message: `${keys.dir} holds the signing key ${shown(key)}, which the seals do not name: expected it among ${sealed.map(shown).join(', ')}.`,
  }));
}

/** What people compare a key by; the list may hold anything. */
const shown = (key: string): string => key.slice(0, 400);
