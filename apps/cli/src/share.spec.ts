import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { PASSWORD, scratch } from '../testing/obligo.fixture.ts';
import { Person } from '../testing/person.fixture.ts';

const temporary = scratch();
const D = join(temporary.dir, 'ledger');
const at = ['--data', D];
const signingIn = ['sign-in', ...at, '--name', 'admin', '--password-file', '-'];
const keyFile = join(temporary.dir, 'shared.key');
const alone = new Person(join(temporary.dir, 'alone'));

let server: TestPostgres;
let sharing: Person;
beforeAll(async () => {
  server = await postgresForTests();
  const postgres = await server.createDatabase();
  sharing = new Person(join(temporary.dir, 'sharing'), {
    OBLIGO_POSTGRES: postgres,
    OBLIGO_KEY_FILE: keyFile,
  });
  await alone.run(PASSWORD, 'set-up', ...at, '--name', 'admin', '--password-file', '-');
  await alone.run(PASSWORD, ...signingIn);
  await alone.run('', 'person', 'open', ...at, '--name', 'malee');
  await alone.run('', 'journal', ...at);
}, 120_000);
afterAll(async () => {
  temporary.remove();
  await server.stop();
});

describe('a folder whose accounts several processes are to share', () => {
  it('is refused without the key that opens what is sealed in it', async () => {
    writeFileSync(keyFile, `${Buffer.alloc(32, 9).toString('base64')}\n`);
    const refused = await sharing.run('', 'share', ...at);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('another key')]);
    copyFileSync(join(D, 'access.key'), keyFile);
  });

  it('has everything carried into PostgreSQL, as often as it is asked for, and keeps it', async () => {
    const before = readdirSync(D).toSorted();
    const first = await sharing.run('', 'share', ...at, '--json');
    expect([first.code, first.err]).toEqual([0, '']);
    const { tables, published } = JSON.parse(first.out) as {
      tables: Record<string, { table: string; rows: number }[]>;
      published: number;
    };
    expect(Object.keys(tables)).toEqual(['obligo_identities', 'obligo_desk', 'obligo_readings']);
    expect(tables['obligo_identities']).toContainEqual({ table: 'people', rows: 2 });
    expect(tables['obligo_readings']).toContainEqual({ table: 'readings', rows: 1 });
    expect(published).toBe(0);
    expect((await sharing.run('', 'share', ...at, '--json')).out).toBe(first.out);
    expect(readdirSync(D).toSorted()).toEqual(before);
  });

  it('lets its people in by PostgreSQL from then on', async () => {
    for (const name of readdirSync(D)) {
      if (/^(?:identities|desk|readings)\.sqlite|^access\.key$/.test(name)) rmSync(join(D, name));
    }
    expect((await sharing.run(PASSWORD, ...signingIn)).code).toBe(0);
    const people = await sharing.run('', 'person', 'list', ...at, '--json');
    expect([people.out, people.err]).toEqual([expect.stringContaining('malee'), '']);
    expect(readdirSync(D)).not.toContain('identities.sqlite');
  });

  it('has everything back when one process serves it again', async () => {
    const kept = JSON.parse((await sharing.run('', 'person', 'list', ...at, '--json')).out) as {
      rows: unknown[];
    };
    const back = await sharing.run('', 'share', ...at, '--back', '--json');
    expect([back.code, back.err]).toEqual([0, '']);
    expect(readdirSync(D)).toEqual(expect.arrayContaining(['identities.sqlite', 'access.key']));
    expect(statSync(join(D, 'access.key')).mode & 0o777).toBe(0o600);
    expect((await alone.run(PASSWORD, ...signingIn)).code).toBe(0);
    const listed = await alone.run('', 'person', 'list', ...at, '--json');
    expect((JSON.parse(listed.out) as { rows: unknown[] }).rows).toEqual(kept.rows);
  });

  it('is refused once others are there', async () => {
    const other = join(temporary.dir, 'other');
    const stranger = new Person(join(temporary.dir, 'stranger'));
    await stranger.run(PASSWORD, 'set-up', '--data', other, '--name', 'boss', '--password-file', '-');
    copyFileSync(join(other, 'access.key'), keyFile);
    const refused = await sharing.run('', 'share', '--data', other, '--json');
    expect(JSON.parse(refused.err)).toMatchObject({ code: 'shared-tables-taken' });
  });

  it('is not shared without the settings that say where to', async () => {
    const refused = await alone.run('', 'share', ...at);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('OBLIGO_POSTGRES')]);
  });
});
