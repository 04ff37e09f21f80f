import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { messageOf } from '#kernel';
import type { TlsPair } from './settings.ts';

/** Reads the two files and tries them, so that a wrong one is found at the start. Throws an Error that names the file. */
export function readTlsPair(certFile: string, keyFile: string): TlsPair {
  const pair = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
  try {
    createSecureContext(pair);
  } catch (error) {
    const why = messageOf(error);
    throw new Error(`${certFile} and ${keyFile} are no certificate and its key in PEM: ${why}`, {
      cause: error,
    });
  }
  return pair;
}
