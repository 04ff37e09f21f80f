import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../config.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'obligo-settings-'));
const url = 'https://tsa.example/stamp';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the time-stamping authority of the service', () => {
  it('is none unless it is set', () => {
    expect(readConfig([], {})?.seal.timeStamps).toBeUndefined();
  });

  it('stamps at most once an hour, or as often as is set', () => {
    expect(readConfig([], { OBLIGO_TIMESTAMP_URL: url })?.seal.timeStamps).toEqual({
      url,
      trusted: undefined,
      everyMinutes: 60,
    });
    const often = { OBLIGO_TIMESTAMP_URL: url, OBLIGO_TIMESTAMP_MINUTES: '5' };
    expect(readConfig([], often)?.seal.timeStamps).toMatchObject({ everyMinutes: 5 });
  });

  it.each(['tsa.example', 'ftp://tsa.example', 'https://name:word@tsa.example', 'https://name@tsa.example'])(
    'is not %s',
    (address) => {
      expect(() => readConfig([], { OBLIGO_TIMESTAMP_URL: address })).toThrow(
        /OBLIGO_TIMESTAMP_URL ".*": expected http or https, no name and no password/,
      );
    },
  );

  it('is not vouched for by a file that is missing or holds no certificate', () => {
    const file = path.join(folder, 'authority.pem');
    const given = { OBLIGO_TIMESTAMP_URL: url, OBLIGO_TIMESTAMP_CA: file };
    expect(() => readConfig([], given)).toThrow(/authority\.pem/);
    writeFileSync(file, 'no certificate\n');
    expect(() => readConfig([], given)).toThrow(/at least one in PEM form/);
  });

  it('is needed where somebody vouches for it', () => {
    const given = { OBLIGO_TIMESTAMP_CA: path.join(folder, 'authority.pem') };
    expect(() => readConfig([], given)).toThrow(/OBLIGO_TIMESTAMP_CA without OBLIGO_TIMESTAMP_URL/);
  });
});
