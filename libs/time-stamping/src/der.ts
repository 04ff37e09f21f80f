import {
  type BaseBlock,
  Boolean as DerBoolean,
  Constructed,
  fromBER,
  GeneralizedTime,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as DerSet,
} from 'asn1js';
import type { Instant } from '#kernel';
import { refuse } from './refusals.ts';

/** A value of ASN.1 as it stands in DER, with everything below it. */
export type Der = BaseBlock;

const UNIVERSAL = 1;
const CONTEXT = 3;

/** `20260105030405.678Z`, as RFC 3161, section 2.4.2, wants it. */
const TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{0,8}[1-9]))?Z$/;

/** Reads exactly one value; throws `time-stamp-malformed`. `what` names it in the sentence. */
export function readDer(bytes: Uint8Array, what: string): Der {
  const { offset, result } = parsed(bytes, what);
  if (offset !== bytes.length) throw misread(what, 'one value in DER');
  mustBeDefinite(result, what);
  return result;
}

/** The value with its tag and length. */
export const bytesOf = (der: Der): Uint8Array => der.valueBeforeDecodeView;

/** The members of a SEQUENCE, at least as many as are needed. */
export function sequence(der: Der | undefined, what: string, least = 0): readonly Der[] {
  if (!(der instanceof Sequence) || !isUniversal(der)) throw misread(what, 'a SEQUENCE');
  return members(der, what, least);
}

/** The members of a SET OF. */
export function setOf(der: Der | undefined, what: string, least = 0): readonly Der[] {
  if (!(der instanceof DerSet)) throw misread(what, 'a SET');
  return members(der, what, least);
}

/** The members below a context tag, such as `[0]`; nothing when the tag is another. */
export function tagged(der: Der | undefined, tag: number): readonly Der[] | undefined {
  if (!isTagged(der, tag) || !(der instanceof Constructed)) return undefined;
  return der.valueBlock.value;
}

/** The bytes below a context tag that replaces the tag of a primitive value. */
export function taggedBytes(der: Der | undefined, tag: number): Uint8Array | undefined {
  if (!isTagged(der, tag)) return undefined;
  return bytesOf(der).subarray(bytesOf(der).length - der.lenBlock.length);
}

export function oid(der: Der | undefined, what: string): string {
  if (!(der instanceof ObjectIdentifier)) throw misread(what, 'an OBJECT IDENTIFIER');
  return der.getValue();
}

/** The identifier of an algorithm, without its parameters. */
export const algorithm = (der: Der | undefined, what: string): string => oid(sequence(der, what, 1)[0], what);

export function integer(der: Der | undefined, what: string): bigint {
  if (!(der instanceof Integer)) throw misread(what, 'an INTEGER');
  return der.toBigInt();
}

export function octets(der: Der | undefined, what: string): Uint8Array {
  if (!(der instanceof OctetString) || der.idBlock.isConstructed) throw misread(what, 'an OCTET STRING');
  return new Uint8Array(der.getValue());
}

export const isTrue = (der: Der | undefined): boolean => der instanceof DerBoolean && der.getValue();

/** A moment, cut to milliseconds. */
export function instant(der: Der | undefined, what: string): Instant {
  const bytes = der instanceof GeneralizedTime ? bytesOf(der) : new Uint8Array();
  const text = Buffer.from(bytes.subarray(2)).toString('latin1');
  const [match, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] =
    TIME.exec(text) ?? [];
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  // A day that no calendar has would be moved on by Date.
  const read = match === undefined ? NaN : Date.parse(written);
  if (Number.isNaN(read) || new Date(read).toISOString() !== written) throw misread(what, 'a time in UTC');
  return written as Instant;
}

function parsed(bytes: Uint8Array, what: string): ReturnType<typeof fromBER> {
  try {
    // A copy: a view into a pool would show what lies around it.
    return fromBER(Uint8Array.from(bytes).buffer, { parseEmbedded: false });
  } catch {
    // Texts and times are read at once, and a wrong one is thrown.
    throw misread(what, 'DER');
  }
}

function members(der: Constructed, what: string, least: number): readonly Der[] {
  const found = der.valueBlock.value as Der[];
  if (found.length < least) throw misread(what, `at least ${least} members`);
  return found;
}

function isTagged(der: Der | undefined, tag: number): der is Der {
  return der?.idBlock.tagClass === CONTEXT && der.idBlock.tagNumber === tag;
}

const isUniversal = (der: Der) => der.idBlock.tagClass === UNIVERSAL;

/** Lengths that are told by an end mark are BER, not DER: what was signed would have more than one spelling. */
function mustBeDefinite(der: Der, what: string): void {
  if (der.error !== '' || der.lenBlock.isIndefiniteForm) throw misread(what, 'DER');
  if (der instanceof Constructed) for (const each of der.valueBlock.value) mustBeDefinite(each, what);
}

/** The refusal for a value that is not what the syntax asks for. */
export function misread(what: string, expected: string) {
  return refuse('time-stamp-malformed', `The time-stamp is malformed: ${what}: expected ${expected}.`);
}
