import { Utf8String } from 'asn1js';
import { bytesOf, type Der, integer, misread, readDer, sequence } from './der.ts';
import { refuse } from './refusals.ts';

/** Longer than any certificate chain needs; what is larger is not read. */
export const MAX_RESPONSE = 64 * 1024;

/** What the numbers of a refusing authority mean: PKIStatus of RFC 3161, section 2.4.2. */
const STATUS: Readonly<Record<string, string>> = {
  2: 'rejected',
  3: 'waiting',
  4: 'a revocation is near',
  5: 'revoked',
};

/**
 * The token of a TimeStampResp (RFC 3161, section 2.4.2). Throws `time-stamp-malformed`, and
 * `time-stamp-not-granted` with what the authority said.
 */
export function tokenOf(response: Uint8Array): Uint8Array {
  if (response.length > MAX_RESPONSE) throw misread('the answer', `at most ${MAX_RESPONSE} bytes`);
  const [info, token] = sequence(readDer(response, 'the answer'), 'the answer', 1);
  const [status, texts] = sequence(info, 'the status', 1);
  const number = integer(status, 'the status');
  // 0 is granted, 1 granted with modifications, which the checks of the token find.
  if (number > 1n || number < 0n) {
    const said = [STATUS[String(number)] ?? `status ${number}`, ...saidBy(texts)].join(': ');
    throw refuse('time-stamp-not-granted', `The authority gives no time-stamp: ${said}.`, { said });
  }
  if (!token) throw misread('the answer', 'a token');
  return bytesOf(token);
}

/** The free text of the authority, where it gives any. */
function saidBy(texts: Der | undefined): string[] {
  if (texts?.idBlock.tagNumber !== 16) return [];
  return sequence(texts, 'the text of the status').flatMap((text) =>
    text instanceof Utf8String ? [text.getValue().slice(0, 500)] : [],
  );
}
