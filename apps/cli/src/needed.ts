import { wrongUse } from './settings.ts';

/** Refuses with every missing flag named, so that nobody finds them one by one. `FY2569Q2` names a quarter too. */
export function need(flags: object, ...names: readonly string[]): void {
  const given = new Map<string, unknown>(Object.entries(flags));
  const hasQuarter = /Q[1-4]$/i.test(String(given.get('fiscalYear')));
  refuseMissing(
    names.filter((name) => given.get(memberOf(name)) === undefined && !(name === 'quarter' && hasQuarter)),
  );
}

export function refuseMissing(names: readonly string[]): void {
  if (names.length === 0) return;
  const flags = names.map((name) => `--${name}`).join(', ');
  throw wrongUse(`${flags} ${names.length === 1 ? 'is' : 'are'} missing.`);
}

/** The name under which commander keeps a flag. */
export const memberOf = (flag: string): string =>
  flag.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
