import { Integer } from 'asn1js';
import type { Instant } from '#kernel';
import { algorithm, instant, integer, misread, octets, oid, readDer, sequence, tagged } from './der.ts';

/** What an authority states: TSTInfo of RFC 3161, section 2.4.2. */
export interface TimeStampInfo {
  /** Object identifier of the policy under which it was made. */
  readonly policy: string;
  /** Object identifier of the digest of the message. */
  readonly digest: string;
  readonly imprint: Uint8Array;
  readonly serial: bigint;
  readonly time: Instant;
  readonly nonce: bigint | undefined;
}

/** Reads a TSTInfo; throws `time-stamp-malformed`. */
export function readTimeStampInfo(bytes: Uint8Array): TimeStampInfo {
  const [version, policy, imprint, serial, time, ...more] = sequence(readDer(bytes, 'TSTInfo'), 'TSTInfo', 5);
  if (integer(version, 'the version') !== 1n) throw misread('TSTInfo', 'version 1');
  if (more.some((each) => tagged(each, 1))) throw misread('TSTInfo', 'no extensions');
  const [digest, hashed] = sequence(imprint, 'the imprint', 2);
  const nonce = more.find((each) => each instanceof Integer);
  return {
    policy: oid(policy, 'the policy'),
    digest: algorithm(digest, 'the imprint'),
    imprint: octets(hashed, 'the imprint'),
    serial: integer(serial, 'the serial number'),
    time: instant(time, 'the time'),
    nonce: nonce === undefined ? undefined : integer(nonce, 'the nonce'),
  };
}
