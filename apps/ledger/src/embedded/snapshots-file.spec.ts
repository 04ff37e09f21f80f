import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { programDigest } from './program-digest.ts';
import { SnapshotsFile } from './snapshots-file.ts';

const snapshot = {
  revision: 2n ** 40n,
  digest: 'cd'.repeat(32),
  state: {
    lines: new Map([['a\nb', { amount: 1 }]]),
    closed: false,
    plan: undefined,
    refunds: new Set(['1']),
  },
};

describe('the file with the states of busy accounts', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'obligo-snapshots-'));
    file = path.join(folder, 'snapshots.sqlite');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function using<T>(work: (snapshots: SnapshotsFile) => T, program = 'one'): T {
    const snapshots = new SnapshotsFile(file, () => program);
    try {
      return work(snapshots);
    } finally {
      snapshots.close();
    }
  }

  const keep = (): void => using((snapshots) => snapshots.keep('account', snapshot));
  const find = (program?: string) => using((snapshots) => snapshots.find('account'), program);

  it('gives back what was kept, the newest of a stream', () => {
    keep();
    const newer = { ...snapshot, revision: snapshot.revision + 1n };
    using((snapshots) => snapshots.keep('account', newer));
    expect(find()).toStrictEqual(newer);
    expect(using((snapshots) => snapshots.find('another'))).toBeUndefined();
  });

  it('gives nothing that another version of the program kept', () => {
    keep();
    expect(find('two')).toBeUndefined();
    expect(find('one')).toStrictEqual(snapshot);
  });

  it('is not made by who only looks, and is for nobody else to read', () => {
    expect(find()).toBeUndefined();
    expect(existsSync(file)).toBe(false);
    keep();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('gives nothing of what was changed in it', () => {
    keep();
    const database = new DatabaseSync(file);
    database.exec('UPDATE snapshot SET state = zeroblob(length(state))');
    database.close();
    expect(find()).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ['is no database', () => writeFileSync(file, 'x'.repeat(5_000))],
    [
      'has another layout',
      () => {
        const database = new DatabaseSync(file);
        database.exec('CREATE TABLE snapshot (a)');
        database.close();
      },
    ],
  ])('that %s is begun anew', (_, spoil) => {
    spoil();
    expect(find()).toBeUndefined();
    keep();
    expect(find()).toStrictEqual(snapshot);
  });

  it('that cannot be written keeps nothing and hinders nobody', () => {
    const nowhere = new SnapshotsFile(path.join(folder, 'missing', 'snapshots.sqlite'), () => 'one');
    nowhere.keep('account', snapshot);
    expect(nowhere.find('account')).toBeUndefined();
    nowhere.close();
  });

  it('names the program by the code that folds', () => {
    expect(programDigest()).toMatch(/^[0-9a-f]{64}$/);
    expect(programDigest()).toBe(programDigest());
  });
});
