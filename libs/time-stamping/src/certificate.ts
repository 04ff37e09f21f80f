import { createHash, X509Certificate } from 'node:crypto';
import { messageOf } from '#kernel';
import {
  algorithm,
  bytesOf,
  type Der,
  integer,
  isTrue,
  octets,
  oid,
  readDer,
  sequence,
  tagged,
} from './der.ts';
import { OID } from './oids.ts';
import { refuse } from './refusals.ts';

/** A certificate: what Node reads of it, and the parts that Node does not tell. */
export interface Certificate {
  readonly x509: X509Certificate;
  readonly der: Uint8Array;
  /** The names in DER. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly serial: bigint;
  /** Object identifier of the algorithm that its issuer signed it with. */
  readonly signatureAlgorithm: string;
  /** By object identifier; the value in DER. */
  readonly extensions: ReadonlyMap<string, Extension>;
}

interface Extension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates of an authority come with each of its time-stamps. */
const MOST_KNOWN = 64;
const known = new Map<string, Certificate>();

/** Reads a certificate in DER; throws `time-stamp-malformed`. */
export function readCertificate(der: Uint8Array): Certificate {
  const digest = createHash('sha256').update(der).digest('hex');
  const found = known.get(digest) ?? parsed(der);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(digest, found);
  return found;
}

function parsed(der: Uint8Array): Certificate {
  const [signed, signature] = sequence(readDer(der, 'a certificate'), 'a certificate', 3);
  const members = sequence(signed, 'a certificate', 6);
  // The version stands in front unless it is the first one.
  const [serial, , issuer, , subject] = (tagged(members[0], 0) ? members.slice(1) : members) as Der[];
  return {
    x509: nodeCertificate(der),
    der,
    issuer: issuer ? bytesOf(issuer) : new Uint8Array(),
    subject: subject ? bytesOf(subject) : new Uint8Array(),
    serial: integer(serial, 'the serial number of a certificate'),
    signatureAlgorithm: algorithm(signature, 'the signature of a certificate'),
    extensions: extensionsOf(members),
  };
}

/** The certificates of a PEM text; throws `time-stamp-authorities-unusable` when there is none. */
export function readTrusted(pem: string): readonly Certificate[] {
  const blocks = pem.match(PEM) ?? [];
  try {
    const found = blocks.map((block) => readCertificate(Uint8Array.from(new X509Certificate(block).raw)));
    if (found.length > 0) return found;
  } catch (error) {
    const reason = messageOf(error);
    throw refuse('time-stamp-authorities-unusable', `A trusted certificate cannot be read: ${reason}.`);
  }
  throw refuse('time-stamp-authorities-unusable', 'Expected at least one certificate in PEM form.');
}

/** What a certificate may be used for, as object identifiers; nothing when it does not say. */
export function purposesOf({ extensions }: Certificate): readonly string[] | undefined {
  const found = extensions.get(OID.extendedKeyUsage);
  if (!found) return undefined;
  const what = 'the purposes of a certificate';
  return sequence(readDer(found.value, what), what).map((each) => oid(each, what));
}

/** How many authorities may stand below this one; nothing when it does not say. */
export function pathLengthOf({ extensions }: Certificate): bigint | undefined {
  const found = extensions.get(OID.basicConstraints);
  if (!found) return undefined;
  const what = 'the constraints of a certificate';
  const [, length] = sequence(readDer(found.value, what), what);
  return length === undefined ? undefined : integer(length, what);
}

/** Whether the key may sign messages: digitalSignature or nonRepudiation, or no word about it. */
export function maySign({ extensions }: Certificate): boolean {
  const found = extensions.get(OID.keyUsage);
  if (!found) return true;
  const [, , , bits = 0] = found.value;
  return (bits & 0b1100_0000) !== 0;
}

export function keyIdOf({ extensions }: Certificate): Uint8Array | undefined {
  const found = extensions.get(OID.subjectKeyIdentifier);
  return found && octets(readDer(found.value, 'a key id'), 'a key id');
}

export const digestOf = ({ der }: Certificate, name: string): Uint8Array =>
  createHash(name).update(der).digest();

function nodeCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    throw refuse('time-stamp-malformed', 'The time-stamp is malformed: a certificate cannot be read.');
  }
}

function extensionsOf(members: readonly Der[]): ReadonlyMap<string, Extension> {
  const listed = members.map((each) => tagged(each, 3)).find((each) => each !== undefined);
  const what = 'an extension of a certificate';
  return new Map(
    (listed ? sequence(listed[0], what) : []).map((each) => {
      const parts = sequence(each, what, 2);
      const critical = parts.length > 2 && isTrue(parts[1]);
      return [oid(parts[0], what), { critical, value: octets(parts.at(-1), what) }];
    }),
  );
}
