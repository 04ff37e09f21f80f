import { type Der, algorithm, bytesOf, integer, misread, octets, oid, readDer, sequence } from './der.ts';
import { setOf, tagged, taggedBytes } from './der.ts';
import { OID } from './oids.ts';

/** Whose signature it is, as the signature itself says. */
export type SignerName =
  { readonly issuer: Uint8Array; readonly serial: bigint } | { readonly keyId: Uint8Array };

/** A time-stamp token: CMS SignedData (RFC 5652, section 5) with one signer. Nothing is verified yet. */
export interface SignedToken {
  /** The TSTInfo that was signed, in DER. */
  readonly content: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly signer: SignerName;
  /** Object identifiers. */
  readonly digest: string;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  /** What the signature is over: the attributes as a SET. */
  readonly signedBytes: Uint8Array;
  /** Values of the signed attributes by object identifier; each stands once, with one value. */
  readonly attributes: ReadonlyMap<string, Der>;
}

/** Enough for every real chain; a token cannot make the search for an issuer long. */
const MAX_CERTIFICATES = 16;
const SET_TAG = 0x31;

/** Reads a token; throws `time-stamp-malformed`. */
export function readToken(bytes: Uint8Array): SignedToken {
  const [type, wrapped] = sequence(readDer(bytes, 'the token'), 'the token', 2);
  if (oid(type, 'the token') !== OID.signedData) throw misread('the token', 'CMS SignedData');
  const members = sequence(tagged(wrapped, 0)?.[0], 'SignedData', 4);
  const certificates = members.map((each) => tagged(each, 0)).find((each) => each !== undefined) ?? [];
  if (certificates.length > MAX_CERTIFICATES) {
    throw misread('the token', `at most ${MAX_CERTIFICATES} certificates`);
  }
  const signers = setOf(members.at(-1), 'the signers');
  if (signers.length !== 1) throw misread('the token', 'exactly one signer');
  return {
    content: contentOf(members[2]),
    certificates: certificates.map(bytesOf),
    ...signatureOf(signers[0]),
  };
}

function contentOf(encapsulated: Der | undefined): Uint8Array {
  const [type, wrapped] = sequence(encapsulated, 'the content', 2);
  if (oid(type, 'the content') !== OID.timeStampInfo) throw misread('the content', 'a TSTInfo');
  return octets(tagged(wrapped, 0)?.[0], 'the content');
}

function signatureOf(info: Der | undefined): Omit<SignedToken, 'content' | 'certificates'> {
  const [, name, digest, attributes, signatureAlgorithm, signature] = sequence(info, 'the signer', 6);
  const listed = tagged(attributes, 0);
  if (!attributes || !listed) throw misread('the signer', 'signed attributes');
  // They stand under the tag [0], but are signed as the SET that they are (RFC 5652, section 5.4).
  const signedBytes = Uint8Array.from(bytesOf(attributes));
  signedBytes[0] = SET_TAG;
  return {
    signer: nameOf(name),
    digest: algorithm(digest, 'the digest'),
    signatureAlgorithm: algorithm(signatureAlgorithm, 'the signature'),
    signature: octets(signature, 'the signature'),
    signedBytes,
    attributes: attributesOf(listed),
  };
}

function nameOf(der: Der | undefined): SignerName {
  const keyId = taggedBytes(der, 0);
  if (keyId) return { keyId };
  const [issuer, serial] = sequence(der, 'the name of the signer', 2) as [Der, Der];
  return { issuer: bytesOf(issuer), serial: integer(serial, 'the serial number') };
}

function attributesOf(listed: readonly Der[]): ReadonlyMap<string, Der> {
  const attributes = new Map<string, Der>();
  for (const each of listed) {
    const [type, values] = sequence(each, 'an attribute', 2);
    const name = oid(type, 'an attribute');
    const [value, ...more] = setOf(values, 'an attribute', 1) as [Der, ...Der[]];
    if (attributes.has(name)) throw misread('the signed attributes', 'each of them once');
    // Attributes of others may have more values; those that are looked at here have one.
    if (more.length === 0) attributes.set(name, value);
  }
  return attributes;
}
