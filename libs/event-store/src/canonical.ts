import canonicalize from 'canonicalize';
import { plainJson } from '#kernel/folding';
import { InvalidAppend } from './errors.ts';
import { isGoodName, MAX_DEPTH, plainJsonBytes } from './plain-json-bytes.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The canonical JSON (RFC 8785) of a value, as UTF-8. Takes only what every JSON reader gives back unchanged:
 * plain objects, arrays, well-formed strings (kept in their Unicode normal form), booleans, null and safe
 * integers. Anything else throws `InvalidAppend` with its path, so that hashes over the bytes can be
 * reproduced from the decoded value.
 */
export function encodeCanonical(value: unknown, path = '$'): Uint8Array {
  return plainJsonBytes(value) ?? encodeThoroughly(value, path);
}

/** The canonical JSON of a value as JSON gives it back, where a member without a value is an absent one. */
export function encodeAsJson(value: unknown): Uint8Array {
  return plainJsonBytes(value, 'with-value') ?? encodeCanonical(plainJson(value));
}

/** Says what is wrong with a value, or encodes one of a rare form. */
function encodeThoroughly(value: unknown, path: string): Uint8Array {
  assertExact(value, path, 0);
  const text = canonicalize(value);
  if (text === undefined || canonicalize(JSON.parse(text)) !== text) {
    throw new InvalidAppend(`${path} does not keep its JSON form when read back`);
  }
  return encoder.encode(text);
}

const encodedBefore = new WeakMap<object, Uint8Array>();

/**
 * The canonical bytes of a part of an event that is about to be appended: encoded once for the one who hashes them and
 * the store that keeps them. It is made by own rules, of members that show. The value must not be changed in between.
 */
export function encodeForAppend(part: object, path = '$'): Uint8Array {
  const bytes = plainJsonBytes(part, 'shown') ?? encodeThoroughly(part, path);
  encodedBefore.set(part, bytes);
  return bytes;
}

/** What `encodeForAppend` gave for this very value, once; else its canonical bytes. */
export function takeEncoded(part: unknown, path: string): Uint8Array {
  const bytes = isObject(part) ? encodedBefore.get(part) : undefined;
  if (!bytes || !isObject(part)) return encodeCanonical(part, path);
  encodedBefore.delete(part);
  return bytes;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The value behind stored canonical JSON. */
export function decodeCanonical(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes));
}

function assertExact(value: unknown, path: string, depth: number): void {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new InvalidAppend(`${path} has half of a surrogate pair`);
      return;
    case 'number':
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) return;
      throw new InvalidAppend(`${path} is the number ${value}: expected a safe integer, or a decimal string`);
    case 'boolean':
      return;
    case 'object':
      if (value !== null) assertContainer(value, path, depth);
      return;
    default:
      throw new InvalidAppend(`${path} is of type ${typeof value}, which JSON cannot hold`);
  }
}

function assertContainer(value: object, path: string, depth: number): void {
  if (depth >= MAX_DEPTH) throw new InvalidAppend(`${path} is nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    if (Reflect.ownKeys(value).length !== value.length + 1) {
      throw new InvalidAppend(`${path} is an array with holes or names`);
    }
    value.forEach((item, index) => assertExact(item, `${path}[${index}]`, depth + 1));
    return;
  }
  if (!isPlain(value)) throw new InvalidAppend(`${path} is not a plain object`);
  for (const key of Reflect.ownKeys(value)) assertMember(value, key, path, depth);
}

function assertMember(owner: object, key: string | symbol, path: string, depth: number): void {
  const member = Object.getOwnPropertyDescriptor(owner, key);
  if (typeof key === 'symbol' || !member?.enumerable || !('value' in member)) {
    throw new InvalidAppend(`${path} has a member that is not plain data: ${String(key)}`);
  }
  if (!isGoodName(key)) {
    throw new InvalidAppend(
      `${path} has the name ${JSON.stringify(key)}, which does not survive every reader`,
    );
  }
  assertExact(member.value, `${path}.${key}`, depth + 1);
}

/** Compares shapes, not identities: objects from another realm (a worker, a test) are plain as well. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
