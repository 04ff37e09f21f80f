import { createHash, verify } from 'node:crypto';
import { type Certificate, digestOf, keyIdOf, maySign, purposesOf } from './certificate.ts';
import { algorithm, type Der, octets, oid, sequence } from './der.ts';
import { DIGESTS, OID, SIGNATURES } from './oids.ts';
import { wrong } from './refusals.ts';
import type { SignedToken } from './signed-data.ts';

const LEAST_RSA_BITS = 2048;

/**
 * The certificate that signed a token: named by the signature and by the signed attribute (RFC 5035, RFC 5816), made
 * for nothing but time-stamping (RFC 3161, section 2.3), and its signature is right. Throws `time-stamp-wrong`.
 */
export function signerOf(token: SignedToken, certificates: readonly Certificate[]): Certificate {
  const signer = certificates.find((each) => isNamed(each, token));
  if (!signer) throw wrong('the certificate of the signer is missing');
  mustBeNamedInside(signer, token);
  mustBeForTimeStamping(signer);
  mustHold(token);
  mustBeSigned(token, signer);
  return signer;
}

function isNamed(certificate: Certificate, { signer }: SignedToken): boolean {
  if ('keyId' in signer) return same(keyIdOf(certificate) ?? new Uint8Array(), signer.keyId);
  return certificate.serial === signer.serial && same(certificate.issuer, signer.issuer);
}

/** Else another certificate for the same key could be put in its place. */
function mustBeNamedInside(signer: Certificate, { attributes }: SignedToken): void {
  const newer = attributes.get(OID.signingCertificateV2);
  const older = attributes.get(OID.signingCertificate);
  const what = 'the signing certificate attribute';
  if (!newer && !older) throw wrong('the signed attributes do not name the certificate');
  const [list] = sequence(newer ?? older, what, 1);
  const members = sequence(sequence(list, what, 1)[0], what, 1);
  const hash = newer ? hashOfV2(members) : { name: 'sha1', value: octets(members[0], what) };
  if (!same(digestOf(signer, hash.name), hash.value)) {
    throw wrong('the signed attributes name another certificate');
  }
}

/** ESSCertIDv2: the algorithm stands in front unless it is SHA-256. */
function hashOfV2(members: readonly Der[]): { name: string; value: Uint8Array } {
  const what = 'the signing certificate attribute';
  const [first, second] = members;
  if (first?.idBlock.tagNumber !== 16) return { name: 'sha256', value: octets(first, what) };
  const name = DIGESTS[algorithm(first, what)];
  if (name === undefined) throw wrong('the signed attributes name the certificate by a weak digest');
  return { name, value: octets(second, what) };
}

function mustBeForTimeStamping(signer: Certificate): void {
  const purposes = purposesOf(signer);
  const critical = signer.extensions.get(OID.extendedKeyUsage)?.critical === true;
  if (!critical || purposes?.length !== 1 || purposes[0] !== OID.timeStampingPurpose) {
    throw wrong('its certificate is not one for time-stamping alone');
  }
  if (!maySign(signer)) throw wrong('the key of its certificate is not one for signatures');
}

/** The signed attributes belong to this content. */
function mustHold({ attributes, content, digest }: SignedToken): void {
  const name = digestName(digest);
  if (oid(attributes.get(OID.contentType), 'the content type') !== OID.timeStampInfo) {
    throw wrong('the signed attributes are of another kind of content');
  }
  const expected = octets(attributes.get(OID.messageDigest), 'the message digest');
  if (!same(createHash(name).update(content).digest(), expected)) {
    throw wrong('the signed digest is not that of its content');
  }
}

function mustBeSigned(token: SignedToken, { x509: { publicKey } }: Certificate): void {
  const named = SIGNATURES[token.signatureAlgorithm];
  if (!named || publicKey.asymmetricKeyType !== named.key) {
    throw wrong(`a signature of the kind ${token.signatureAlgorithm} cannot be checked with its certificate`);
  }
  const { modulusLength = LEAST_RSA_BITS } = publicKey.asymmetricKeyDetails ?? {};
  if (modulusLength < LEAST_RSA_BITS) throw wrong(`its key has ${modulusLength} bits`);
  const digest = named.digest ?? digestName(token.digest);
  if (!verify(digest, token.signedBytes, publicKey, token.signature)) throw wrong('its signature is forged');
}

function digestName(digest: string): string {
  const name = DIGESTS[digest];
  if (name === undefined) throw wrong(`it is signed over the digest ${digest}, which is not used here`);
  return name;
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
