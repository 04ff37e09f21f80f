/** A page may load and ask its own origin, and nothing else; nobody may frame it. */
export const PAGE_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
};

/** Swagger UI keeps styles in its page and in attributes, and its icons in the style sheet; its scripts are files. */
export const DOCS_POLICY = {
  ...PAGE_POLICY,
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
};

/** For an answer that is no page at all. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'";

export const isDocs = (url: string): boolean => /^\/docs(?:[/?*]|$)/.test(url);
