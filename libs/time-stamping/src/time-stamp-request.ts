import { Boolean as DerBoolean, Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { createHash } from 'node:crypto';
import { OID } from './oids.ts';

/** The digest that stands for a message in a time-stamp: SHA-256. */
export const imprintOf = (message: Uint8Array): Uint8Array => createHash('sha256').update(message).digest();

/** The TimeStampReq of RFC 3161, section 2.4.1, in DER: it asks for the certificates too. */
export function encodeRequest(message: Uint8Array, nonce: bigint): Uint8Array {
  const sha256 = new Sequence({ value: [new ObjectIdentifier({ value: OID.sha256 }), new Null()] });
  const imprint = new OctetString({ valueHex: Uint8Array.from(imprintOf(message)) });
  const request = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Sequence({ value: [sha256, imprint] }),
      Integer.fromBigInt(nonce),
      new DerBoolean({ value: true }),
    ],
  });
  return new Uint8Array(request.toBER());
}
