import { generateKeyPairSync, sign } from 'node:crypto';
import type { TlsPair } from './settings.ts';

/** One value of DER: its tag, its length, its content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const hex = (text: string) => Buffer.from(text, 'hex');
const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content);
const text = (tag: number, value: string) => der(tag, Buffer.from(value));

const ECDSA_WITH_SHA256 = sequence(hex('06082a8648ce3d040302'));
const COMMON_NAME = hex('0603550403');
const SUBJECT_ALTERNATIVE_NAME = hex('0603551d11');

/** A certificate for localhost and 127.0.0.1 that signs itself, and its key. */
export function selfSigned(): TlsPair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, text(0x0c, 'localhost'))));
  const names = sequence(text(0x82, 'localhost'), der(0x87, hex('7f000001')));
  const facts = sequence(
    der(0xa0, hex('020102')),
    hex('020101'),
    ECDSA_WITH_SHA256,
    name,
    sequence(text(0x17, '250101000000Z'), text(0x17, '491231235959Z')),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(sequence(SUBJECT_ALTERNATIVE_NAME, der(0x04, names)))),
  );
  const signature = der(0x03, hex('00'), sign('sha256', facts, privateKey));
  const certificate = sequence(facts, ECDSA_WITH_SHA256, signature).toString('base64');
  return {
    cert: Buffer.from(`-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`),
    key: Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })),
  };
}
