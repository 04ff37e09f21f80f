/** Names under which people put into an address what does not belong there. */
const NAMED =
  /((?:^|&)(?:[a-z_-]*(?:token|secret|password|passwd|authorization|api[_-]?key)|code|state|key|session)=)[^&]*/gi;
/** A token of this ledger, and a signed token of an identity provider. */
const TOKENS = /obligo_[\w-]{16,}|eyJ[\w-]{8,}\.[\w-]*(?:\.[\w-]*){0,4}/g;

/** A part of an address as it may be kept: what looks like a secret is struck out. */
export const withoutSecrets = (text: string): string =>
  text.replaceAll(NAMED, '$1***').replaceAll(TOKENS, '***');
