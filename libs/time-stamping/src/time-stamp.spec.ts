import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TestAuthority } from '#time-stamping/testing';
import { openssl } from '../testing/test-certificates.ts';
import { requestTimeStamp, type ObtainedTimeStamp } from './request-time-stamp.ts';
import { verifyTimeStamp } from './verify-time-stamp.ts';

const message = Buffer.from('obligo.example/ledger/etda\n1000\nรากของต้นไม้\n');

describe.each(['rsa', 'ec'] as const)('a time-stamp that an authority signs with a key of kind %s', (key) => {
  let authority: TestAuthority;
  let stamp: ObtainedTimeStamp;

  beforeAll(async () => {
    authority = await TestAuthority.start(key);
    stamp = (await requestTimeStamp({
      url: authority.url,
      message,
      trusted: authority.root,
    })) as ObtainedTimeStamp;
  });

  afterAll(() => authority.close());

  it('says when the message existed and who vouches for it', () => {
    expect(stamp).toMatchObject({ authority: 'O=Test, CN=tsa', serial: expect.stringMatching(/^\d+$/) });
    expect(Math.abs(Date.parse(stamp.time) - Date.now())).toBeLessThan(60_000);
  });

  it('is checked again without the authority', () => {
    const { response, ...said } = stamp;
    expect(verifyTimeStamp(response, message, { trusted: authority.root })).toEqual(said);
  });

  it('is one that openssl accepts as well', async () => {
    const [data, answer] = ['message.bin', 'kept.tsr'];
    writeFileSync(path.join(authority.folder, data), message);
    writeFileSync(path.join(authority.folder, answer), stamp.response);
    const checked = await openssl(
      authority.folder,
      ...['ts', '-verify', '-data', data, '-in', answer, '-CAfile', 'root.pem'],
    );
    expect(checked).toContain('Verification: OK');
  });

  it('is one that openssl refuses for another message, or with another root, as we do', async () => {
    const other = await TestAuthority.start(key);
    const at = (name: string) => path.join(other.folder, name);
    writeFileSync(at('kept.tsr'), stamp.response);
    writeFileSync(at('message.bin'), message);
    writeFileSync(at('else.bin'), 'another message');
    copyFileSync(authority.rootFile, at('right.pem'));
    const asked = (data: string, root: string) =>
      openssl(other.folder, ...['ts', '-verify', '-data', data, '-in', 'kept.tsr', '-CAfile', root]);
    await expect(asked('else.bin', 'right.pem')).rejects.toThrow(/message imprint mismatch/);
    await expect(asked('message.bin', 'root.pem')).rejects.toThrow(/certificate verify error/);
    const ours = (text: string, trusted: string) =>
      verifyTimeStamp(stamp.response, Buffer.from(text), { trusted });
    expect(ours('another message', authority.root)).toMatchObject({ code: 'time-stamp-wrong' });
    expect(ours(message.toString(), other.root)).toMatchObject({ code: 'time-stamp-untrusted' });
    await other.close();
  });
});
