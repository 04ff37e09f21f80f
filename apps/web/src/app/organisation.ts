import type { Session } from '../api/session.ts';
import type { Language } from '../texts/language.ts';

/** What people call an organisation, in their language where it has a name in it. */
export const nameIn = (
  language: Language,
  { name, nameEn }: { readonly name: string; readonly nameEn?: string | null | undefined },
): string => (language === 'en' ? (nameEn ?? name) : name);

/**
 * The organisation that a page is about whose address names none. Somebody has to name one where the ledger has several, and
 * whoever may see one alone has to name that; nobody else is led anywhere.
 */
export function organisationFor({
  organisations,
  roles,
}: Pick<Session, 'organisations' | 'roles'>): string | undefined {
  const isLimited = roles.some(({ limits }) => limits.organisation !== undefined);
  return organisations.length > 1 || isLimited ? organisations[0]?.organisation : undefined;
}

/** What a page belongs to that is left when another organisation is chosen: its address names something of one. */
const OF_ONE = /^\/(?<kind>fy|doc|e|r|post|import|reports)\/./;

/** Where another organisation is looked at: the same page where it may be about any, else the nearest that may. */
export function pageOfAnother(path: string): string {
  const kind = OF_ONE.exec(path)?.groups?.['kind'];
  if (kind === undefined) return path;
  return ['post', 'import', 'reports'].includes(kind) ? `/${kind}` : '/';
}

/** A moment that is one for every organisation: a position or a time, not the code of a report. */
export const isCommonMoment = (known: string): boolean => /^\d/.test(known);
