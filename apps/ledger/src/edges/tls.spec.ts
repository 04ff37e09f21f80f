import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, type RequestOptions } from 'node:https';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { EdgeUnderTest } from './edge-under-test.fixture.ts';
import { selfSigned } from './self-signed.fixture.ts';
import { readTlsPair } from './tls-pair.ts';

const tls = selfSigned();

describe('a ledger with a certificate', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => {
    edge = await EdgeUnderTest.open({ tls, times: { headers: 150 } });
  });
  afterAll(() => edge.close());

  const ask = (options: RequestOptions = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const url = `https://localhost:${edge.port}/api/v1/origin`;
      get(url, { ca: tls.cert, family: 4, ...options }, resolve).on('error', reject);
    });

  it('answers over TLS, and tells browsers to stay there', async () => {
    const answer = await ask();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(await json(answer)).toMatchObject({ protocol: 'https', ip: '127.0.0.1' });
  });

  it('is trusted by nobody who does not know the certificate', async () => {
    await expect(ask({ ca: [] })).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('speaks no version of TLS older than 1.2', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(ask(old)).rejects.toThrow(/protocol version/);
  });

  it('says nothing in the clear', async () => {
    expect(await edge.talk('GET /api/v1/origin HTTP/1.1\r\nhost: ledger\r\n\r\n')).toBe('');
  });
});

describe('the files of a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-tls-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: Buffer | string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('are read as they are', () => {
    expect(readTlsPair(file('cert.pem', tls.cert), file('key.pem', tls.key))).toEqual(tls);
  });

  it.each([
    ['the key of another certificate', selfSigned().key],
    ['no key at all', 'not a key'],
  ])('are refused by name when the key is %s, and nothing of it is shown', (_, key) => {
    const read = () => readTlsPair(file('cert.pem', tls.cert), file('other.pem', key));
    expect(read).toThrow(/cert\.pem and .*other\.pem/);
    expect(read).not.toThrow(/BEGIN|not a key/);
  });
});
