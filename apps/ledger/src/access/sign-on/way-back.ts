import type { FastifyRequest } from 'fastify';
import { RefusalError } from '#kernel';

/** Where a browser goes after signing in: a page of this origin, or the first page. Never another site. */
export function pageOfOurs(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/[^/\\]/.test(asked)) return '/';
  const origin = 'http://ledger.invalid';
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : undefined;
  return url?.origin === origin ? `${url.pathname}${url.search}` : '/';
}

/**
 * The page that tells a person why the sign-on was refused; nothing for a program, which reads the problem itself, and
 * for what is no refusal.
 */
export function refusedPage({ headers }: FastifyRequest, error: unknown): string | undefined {
  const isPage = headers.accept?.includes('text/html') ?? false;
  if (!isPage || !(error instanceof RefusalError)) return undefined;
  return `/sign-in?refused=${encodeURIComponent(error.refusal.code)}`;
}
