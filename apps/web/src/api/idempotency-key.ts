/** A new idempotency key: born with a form or a sheet, sent with every try of it. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a request carries so that the same try twice records once. */
export const keyed = (key: string) => ({ 'Idempotency-Key': key });
