/** The page that leads here is one of ours: an address that could lead elsewhere is left alone. */
export function nextPage(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/[^/\\]/.test(asked)) return '/';
  const url = URL.canParse(asked, location.origin) ? new URL(asked, location.origin) : undefined;
  const isOurs = url?.origin === location.origin && url.pathname !== '/sign-in';
  return isOurs ? `${url.pathname}${url.search}` : '/';
}
