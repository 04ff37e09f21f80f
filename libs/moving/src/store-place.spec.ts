import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustDiffer, storePlace } from './store-place.ts';

let dir: string;
const at = (name: string): string => join(dir, name);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'obligo-places-'));
  mkdirSync(at('D'));
  for (const file of ['D/ledger.sqlite', 'old.db']) writeFileSync(at(file), '');
  symlinkSync(at('D'), at('link'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the name of a store', () => {
  it.each([
    ['a folder that is there', 'D', { kind: 'folder', dir: 'D' }],
    ['a folder that is to be made', 'new', { kind: 'folder', dir: 'new' }],
    [
      'the log of a data folder, which belongs to the folder',
      'D/ledger.sqlite',
      { kind: 'folder', dir: 'D' },
    ],
    ['a file that is to be made', 'new.sqlite', { kind: 'file', file: 'new.sqlite' }],
    ['a file that is there, whatever it is called', 'old.db', { kind: 'file', file: 'old.db' }],
  ])('says %s', (_, name, expected) => {
    const { kind, ...where } = expected;
    const [member = '', path = ''] = Object.entries(where)[0] ?? [];
    expect(storePlace(at(name))).toMatchObject({ kind, [member]: at(path), shown: at(path) });
  });

  it('says an event database, and is shown without user and password', () => {
    const place = storePlace('kurrentdb://officer:p4ssw0rd@db1:2113,db2:2113?tls=false&log=moph');
    expect(place).toMatchObject({ kind: 'server', home: { kind: 'kurrentdb', log: 'moph' } });
    expect(place.shown).not.toMatch(/officer|p4ssw0rd/);
  });
});

describe('two stores', () => {
  const codeOf = (from: string, to: string): string | undefined => {
    try {
      mustDiffer(storePlace(from), storePlace(to));
      return undefined;
    } catch (error) {
      return (error as { refusal: { code: string } }).refusal.code;
    }
  };

  it('are the same under another path, by another client, or at another node of a cluster', () => {
    expect(codeOf(at('D'), at('link'))).toBe('move-same-store');
    expect(codeOf('esdb://db1:2113', 'kurrentdb://db1:2113')).toBe('move-same-store');
    expect(codeOf('esdb://db1:2113,db2:2113', 'esdb://u:p@db2:2113,db3:2113')).toBe('move-same-store');
  });

  it('differ by path, by host and by the name of the log', () => {
    expect(codeOf(at('D'), at('new'))).toBeUndefined();
    expect(codeOf(at('D'), 'esdb://db1:2113')).toBeUndefined();
    expect(codeOf('esdb://db1:2113?log=one', 'esdb://db1:2113?log=two')).toBeUndefined();
    expect(codeOf('esdb://db1:2113', 'esdb://db1:2114')).toBeUndefined();
  });

  it('are not both reached when each needs a client library of its own', () => {
    expect(codeOf('esdb://db1:2113', 'kurrentdb://db2:2113')).toBe('move-through-a-folder');
  });
});
