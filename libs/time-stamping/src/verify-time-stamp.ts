import { type Instant, type Refusal, RefusalError } from '#kernel';
import { type Certificate, readCertificate, readTrusted } from './certificate.ts';
import { faultInChain, nameOf } from './certificate-chain.ts';
import { OID } from './oids.ts';
import { refuse, wrong } from './refusals.ts';
import { readToken } from './signed-data.ts';
import { signerOf } from './signer.ts';
import { imprintOf } from './time-stamp-request.ts';
import { readTimeStampInfo } from './time-stamp-info.ts';
import { tokenOf } from './time-stamp-response.ts';

/** What a time-stamp proves: its message existed at this time, says this authority. */
export interface TimeStamp {
  readonly time: Instant;
  /** The number that the authority gave it, decimal. */
  readonly serial: string;
  /** The name in the certificate of the authority. */
  readonly authority: string;
}

export interface TimeStampChecks {
  /**
   * Certificates in PEM form that are trusted: roots, or an authority itself. Without them it is checked that the
   * time-stamp is signed by the certificate that it brings, and not who that is.
   */
  readonly trusted?: string | undefined;
  /** What was asked with, when it is known. */
  readonly nonce?: bigint;
}

/**
 * Checks the answer of a time-stamping authority (RFC 3161) to a message, without a network: imprint, signature,
 * certificate and its chain at the time of the time-stamp. It does not ask whether a certificate was revoked.
 * Refusals: `time-stamp-malformed`, `time-stamp-wrong`, `time-stamp-untrusted`, `time-stamp-not-granted`,
 * `time-stamp-authorities-unusable`.
 */
export function verifyTimeStamp(
  response: Uint8Array,
  message: Uint8Array,
  { trusted, nonce }: TimeStampChecks = {},
): TimeStamp | Refusal {
  try {
    const anchors = trusted === undefined ? undefined : readTrusted(trusted);
    const { stamp, signer, given } = readTimeStamp(response, message, nonce);
    const fault = anchors && faultInChain(signer, { given, trusted: anchors }, new Date(stamp.time));
    if (fault !== undefined) {
      throw refuse('time-stamp-untrusted', `The authority of the time-stamp is not trusted: ${fault}.`);
    }
    return stamp;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

function readTimeStamp(
  response: Uint8Array,
  message: Uint8Array,
  nonce: bigint | undefined,
): { stamp: TimeStamp; signer: Certificate; given: readonly Certificate[] } {
  const token = readToken(tokenOf(response));
  const info = readTimeStampInfo(token.content);
  if (info.digest !== OID.sha256 || Buffer.compare(info.imprint, imprintOf(message)) !== 0) {
    throw wrong('it is of another message');
  }
  if (nonce !== undefined && info.nonce !== nonce) throw wrong('it answers another request');
  const given = token.certificates.map(readCertificate);
  const signer = signerOf(token, given);
  const stamp = { time: info.time, serial: String(info.serial), authority: nameOf(signer) };
  return { stamp, signer, given };
}
