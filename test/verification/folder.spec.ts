import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { formatVerifierKey, readSigningKey, type SigningKey, signNote } from '#audit-trail';
import { openSqliteEventStore } from '#event-store';
import type { Instant } from '#kernel';
import { KeyFolder, Sealer, SealsFile } from '#sealing';
import { verifyFolder } from '#verification';
import { createLedger } from '../../apps/ledger/src/ledger.ts';
import { behindItsBack, findingsIn, relink, rewriting, sql, StoredLedger } from './stored-ledger.fixture.ts';

const LEDGER = 'ledger.sqlite';
let stored: StoredLedger;
beforeAll(async () => {
  stored = await StoredLedger.lived();
});
afterAll(() => stored.remove());

/** A copy in which somebody changed a file. */
function changed(file: string, change: (database: DatabaseSync) => void): string {
  const folder = stored.copy();
  behindItsBack(join(folder, file), change);
  return folder;
}

const keyOf = (folder: string): string => {
  const seals = new DatabaseSync(join(folder, 'seals.sqlite'), { readOnly: true });
  const key = String(seals.prepare('SELECT key FROM verifier_keys').get()?.['key']);
  seals.close();
  return key;
};

/** Seals a folder anew, under its name, with keys that lie elsewhere; the clock goes on with each checkpoint. */
async function sealAnew(
  folder: string,
  then: (sealer: Sealer) => Promise<unknown> = () => Promise.resolve(),
): Promise<KeyFolder> {
  const file = join(folder, 'seals.sqlite');
  const before = SealsFile.open({ file, readOnly: true });
  const { origin } = before;
  before.close();
  rmSync(file);
  const seals = SealsFile.open({ file });
  const logs = {
    ledger: openSqliteEventStore({ file: join(folder, LEDGER) }),
    access: openSqliteEventStore({ file: join(folder, 'access-log.sqlite') }),
  };
  const keys = KeyFolder.at(`${folder}-elsewhere`);
  let now = Date.parse('2099-12-31T00:00:00.000Z');
  const clock = () => new Date((now += 1000)).toISOString() as Instant;
  const sealer = new Sealer({ seals, logs, keys, origin, clock });
  await sealer.sealNow();
  await then(sealer);
  seals.close();
  await Promise.all([logs.ledger.close(), logs.access.close()]);
  return keys;
}

const PAYMENT = "SELECT position FROM events WHERE type = 'DisbursementMade' ORDER BY position LIMIT 1";
const placeOf = (query: string): number => {
  const database = new DatabaseSync(join(stored.data, LEDGER), { readOnly: true });
  const position = Number(Object.values(database.prepare(query).get() ?? {})[0]);
  database.close();
  return position;
};

describe('the folder of a ledger', () => {
  it('is found to be in order as it was left', async () => {
    const { found, notices } = await findingsIn(stored.data);
    expect(found).toEqual([]);
    expect(notices.filter((notice) => !notice.includes('settings'))).toEqual([]);
  });

  it('is not written to', async () => {
    const folder = stored.copy();
    const before = readFileSync(join(folder, LEDGER));
    await findingsIn(folder);
    expect(readdirSync(folder).sort()).toEqual(readdirSync(stored.data).sort());
    expect(readFileSync(join(folder, LEDGER)).equals(before)).toBe(true);
  });

  it('can be verified while a service owns it and goes on', async () => {
    const folder = stored.copy();
    const owner = openSqliteEventStore({ file: join(folder, LEDGER) });
    const { found } = await findingsIn(folder);
    await owner.close();
    expect(found).toEqual([]);
  });
});

describe('an event that was changed', () => {
  it('is found where it stands, with the link after it and the root', async () => {
    const position = placeOf(PAYMENT);
    const folder = changed(
      LEDGER,
      rewriting(position, { data: (data) => ({ ...data, amount: '149999.99' }) }),
    );
    const { found, codes } = await findingsIn(folder);
    expect(codes).toEqual(
      expect.arrayContaining([
        'decision-differs',
        'link-broken',
        'tree-mismatch',
        'totals-differ',
        'read-model-differs',
        'seals-differ',
      ]),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'decision-differs',
        file: LEDGER,
        line: position,
        message: expect.stringContaining('149999.99'),
      }),
    );
  });

  it('is found when all links were made right again', async () => {
    const position = placeOf(PAYMENT);
    const folder = changed(
      LEDGER,
      rewriting(position, { data: (data) => ({ ...data, amount: '149999.99' }) }),
    );
    await relink(join(folder, LEDGER));
    const { codes } = await findingsIn(folder);
    expect(codes).not.toContain('link-broken');
    expect(codes).toEqual(expect.arrayContaining(['decision-differs', 'tree-mismatch']));
  });

  it('is found by who took the decision, and by what it saw', async () => {
    const position = placeOf(PAYMENT);
    const asked = (metadata: Record<string, unknown>) => ({
      ...metadata,
      asked: { ...(metadata['asked'] as object), revisions: {} },
    });
    const folder = changed(LEDGER, rewriting(position, { metadata: asked }));
    const { found } = await findingsIn(folder);
    expect(found).toContainEqual(expect.objectContaining({ code: 'decision-differs', line: position }));
  });

  it('is found when nothing says any more what was asked', async () => {
    const position = placeOf(PAYMENT);
    const unasked = ({ asked: _, ...metadata }: Record<string, unknown>) => metadata;
    const folder = changed(LEDGER, rewriting(position, { metadata: unasked }));
    const { found } = await findingsIn(folder);
    expect(found).toContainEqual(expect.objectContaining({ code: 'decision-missing', line: position }));
  });

  it('is found when its type is unknown', async () => {
    const position = placeOf(PAYMENT);
    const folder = changed(LEDGER, sql("UPDATE events SET type = 'MoneyFound' WHERE position = ?", position));
    const { found } = await findingsIn(folder);
    expect(found).toContainEqual(expect.objectContaining({ code: 'event-unknown', line: position }));
  });

  it('is found when it is no JSON, or is written in another way', async () => {
    const position = placeOf(PAYMENT);
    const [bytes, spaced] = [Buffer.from('{"amount":'), Buffer.from('{ "amount":"1.00"}')];
    for (const data of [bytes, spaced]) {
      const folder = changed(LEDGER, sql('UPDATE events SET data = ? WHERE position = ?', data, position));
      const { found } = await findingsIn(folder);
      expect(found).toContainEqual(expect.objectContaining({ code: 'not-canonical', line: position }));
    }
  });
});

describe('rows that were taken away', () => {
  it('are found in the middle by the gap and what follows it', async () => {
    const position = placeOf(PAYMENT);
    const folder = changed(LEDGER, sql('DELETE FROM events WHERE position = ?', position));
    const { found } = await findingsIn(folder);
    expect(found).toContainEqual(expect.objectContaining({ code: 'rows-missing', line: position }));
    expect(found).toContainEqual(expect.objectContaining({ code: 'revision-gap' }));
  });

  it('are found at the end by the checkpoint and the numbers that were given', async () => {
    const last = placeOf('SELECT max(position) FROM events');
    const folder = changed(LEDGER, sql('DELETE FROM events WHERE position = ?', last));
    const { codes } = await findingsIn(folder);
    expect(codes).toEqual(expect.arrayContaining(['checkpoint-beyond-log', 'rows-missing']));
  });

  it('are found after the seals were cut off too, by a checkpoint that was kept elsewhere', async () => {
    const last = placeOf('SELECT max(position) FROM events');
    const seals = new DatabaseSync(join(stored.data, 'seals.sqlite'), { readOnly: true });
    const note = String(
      seals.prepare('SELECT note FROM checkpoints ORDER BY number DESC LIMIT 1').get()?.['note'],
    );
    const key = String(seals.prepare('SELECT key FROM verifier_keys').get()?.['key']);
    seals.close();
    const folder = changed(LEDGER, (database) => {
      sql('DELETE FROM commands WHERE position = ?', last)(database);
      sql('DELETE FROM events WHERE position = ?', last)(database);
      sql("UPDATE sqlite_sequence SET seq = ? WHERE name = 'events'", last - 1)(database);
    });
    for (const name of ['seals.sqlite', 'projections.sqlite']) rmSync(join(folder, name));
    const [keysFile, checkpointFile] = [join(stored.dir, 'keys.txt'), join(stored.dir, 'checkpoint.txt')];
    writeFileSync(keysFile, `${key}\n`);
    writeFileSync(checkpointFile, note);
    expect((await findingsIn(folder, { keysFile, checkpointFile })).found).toEqual([
      expect.objectContaining({ code: 'checkpoint-beyond-log', file: 'outside' }),
    ]);
  });
});

describe('the last number that the store gave', () => {
  it.each([
    ['one before the last event', "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'events'", 'log-damaged'],
    ['no number', "UPDATE sqlite_sequence SET seq = 'none' WHERE name = 'events'", 'log-damaged'],
    ['forgotten', "DELETE FROM sqlite_sequence WHERE name = 'events'", 'log-damaged'],
    [
      'beyond all',
      "UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'events'",
      'rows-missing',
    ],
  ])('is found to be %s', async (_, statement, code) => {
    expect((await findingsIn(changed(LEDGER, sql(statement)))).codes).toEqual([code]);
  });
});

describe('what lies beside the log', () => {
  it('shows a row of the read models that somebody changed, with its key', async () => {
    const folder = changed(
      'projections.sqlite',
      sql('UPDATE pva_entry SET balance = balance + 100 WHERE cell = 1'),
    );
    const { found, codes } = await findingsIn(folder);
    expect(codes).toEqual(['read-model-differs', 'totals-differ']);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'read-model-differs',
        table: 'pva_entry',
        key: expect.stringContaining('cell=1'),
      }),
    );
  });

  it('shows rows of the read models that are missing or too many', async () => {
    const folder = changed('projections.sqlite', (database) => {
      sql('DELETE FROM pva_entry WHERE cell = 1')(database);
      sql("UPDATE pva_account SET project = 'P99'")(database);
    });
    const { found } = await findingsIn(folder);
    const messages = found.map(({ message }) => message).join('\n');
    expect(messages).toContain('the row is missing');
    expect(messages).toContain('no event gave it');
  });

  it('shows that read models stopped on their way, and at which event', async () => {
    const request = placeOf("SELECT position FROM events WHERE type = 'RequestMade'");
    const folder = changed(LEDGER, rewriting(request, { data: (data) => ({ ...data, request: 'PR-0' }) }));
    rmSync(join(folder, 'projections.sqlite'));
    const begun = await createLedger({ data: folder, create: false, purpose: 'test', logLevel: 'silent' });
    expect(begun.embedded.projector.stopped?.message).toContain('stopped at position');
    await begun.close();
    const { found } = await findingsIn(folder);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'read-model-differs',
        message: expect.stringMatching(/They cannot be made again: .*\(CommitmentMade/),
      }),
    );
  });

  it('shows a stored hash, a position and a column of a checkpoint that were changed', async () => {
    const changes = [
      "UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE log = 'ledger' AND level = 0",
      "UPDATE tiles SET positions = replace(positions, '2 ', '9 ') WHERE log = 'ledger'",
      'UPDATE checkpoints SET access_size = 7',
      "UPDATE trees SET peaks = zeroblob(length(peaks)) WHERE log = 'ledger'",
    ];
    for (const change of changes) {
      const { codes } = await findingsIn(changed('seals.sqlite', sql(change)));
      expect([change, codes]).toEqual([change, ['seals-differ']]);
    }
  });

  it('shows a checkpoint that was forged, and one that nobody known signed', async () => {
    const forged = await findingsIn(
      changed('seals.sqlite', sql("UPDATE checkpoints SET note = replace(note, 'time 2', 'time 3')")),
    );
    expect(forged.codes).toContain('signature-wrong');
    const unknown = await findingsIn(changed('seals.sqlite', sql('DELETE FROM verifier_keys')));
    expect(unknown.codes).toContain('key-unknown');
  });

  it('is missed when the keys beside the folder say that it was sealed', async () => {
    const folder = stored.copy();
    rmSync(join(folder, 'seals.sqlite'));
    expect((await findingsIn(folder)).notices.join()).toContain('nothing was ever sealed here');
    mkdirSync(`${folder}.keys`);
    writeFileSync(join(`${folder}.keys`, 'verifier-keys.txt'), 'a key\n');
    expect((await findingsIn(folder)).codes).toEqual(['seals-differ']);
    const begun = await createLedger({ data: folder, create: false, purpose: 'test', logLevel: 'silent' });
    await begun.close();
    const { found } = await findingsIn(folder);
    expect(found).toMatchObject([
      { code: 'seals-differ', message: expect.stringContaining('holds no checkpoint') },
    ]);
  });

  it('shows that another key than the one beside the folder signed all of it', async () => {
    const folder = stored.copy();
    mkdirSync(`${folder}.keys`);
    writeFileSync(join(`${folder}.keys`, 'verifier-keys.txt'), `${keyOf(folder)}\n`);
    expect((await findingsIn(folder)).codes).toEqual([]);
    await sealAnew(folder);
    const { found } = await findingsIn(folder);
    expect(found).toEqual([
      expect.objectContaining({ code: 'keys-differ', table: 'verifier_keys', key: 'number=1' }),
      expect.objectContaining({ code: 'keys-differ', message: expect.stringContaining(keyOf(stored.data)) }),
    ]);
    expect(found[0]?.message).toContain(keyOf(folder));
    const elsewhere = join(stored.dir, 'kept-elsewhere');
    cpSync(`${folder}.keys`, elsewhere, { recursive: true });
    rmSync(`${folder}.keys`, { recursive: true });
    expect((await findingsIn(folder)).codes).toEqual([]);
    expect((await findingsIn(folder, { keysFolder: elsewhere })).codes).toEqual(['keys-differ']);
  });

  it('shows that a key that was lost signed everything, also after its end', async () => {
    const folder = stored.copy();
    let lost: SigningKey | undefined;
    await sealAnew(folder, async (sealer) => {
      const [file = ''] = readdirSync(`${folder}-elsewhere`).filter((name) => name.endsWith('.key'));
      lost = readSigningKey(join(`${folder}-elsewhere`, file));
      await sealer.rotateKey({ lost: true });
      await sealer.rotateKey({ lost: false });
    });
    const whole = await findingsIn(folder);
    expect(whole.found).toEqual([]);
    expect(whole.notices).toContainEqual(expect.stringContaining(`${lost!.id} was lost or stolen`));
    behindItsBack(join(folder, 'seals.sqlite'), (seals) => {
      for (const { number, note } of seals.prepare('SELECT number, note FROM checkpoints').all().slice(1)) {
        const text = String(note).slice(0, String(note).lastIndexOf('\n\n') + 1);
        const forged = signNote(text, [lost!]) as string;
        sql('UPDATE checkpoints SET note = ? WHERE number = ?', forged, Number(number))(seals);
      }
    });
    const { found } = await findingsIn(folder);
    expect(found.map(({ code, key, line }) => [code, key ?? line])).toEqual([
      ['key-not-current', 3],
      ...[1, 2, 3].map((number) => ['keys-differ', `number=${number}`]),
    ]);
    const { keys } = await verifyFolder(folder, { onFinding: () => undefined });
    expect(keys).toEqual([formatVerifierKey(lost!.verifier)]);
  });

  it.each([
    'until = NULL, ended = NULL WHERE number = 1',
    "ended = 'lost' WHERE number = 1",
    "until = '2099-12-31T00:00:01.500Z' WHERE number = 1",
    "since = '2020-01-01T00:00:00.000Z' WHERE number = 2",
  ])('shows that since or until of a key was changed: %s', async (change) => {
    const folder = stored.copy();
    await sealAnew(folder, (sealer) => sealer.rotateKey({ lost: false }));
    behindItsBack(join(folder, 'seals.sqlite'), sql(`UPDATE verifier_keys SET ${change}`));
    expect((await findingsIn(folder)).codes).toContain('keys-differ');
  });

  it('shows that guards of the log were taken away', async () => {
    const folder = stored.copy();
    const database = new DatabaseSync(join(folder, LEDGER));
    database.exec('DROP TRIGGER events_not_updated; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    expect((await findingsIn(folder)).codes).toEqual(['log-damaged']);
  });
});

describe('a file that is damaged', () => {
  it('is a finding with what SQLite says of it, and no failure', async () => {
    for (const [name, code] of [
      [LEDGER, 'log-unreadable'],
      ['access-log.sqlite', 'log-unreadable'],
      ['seals.sqlite', 'seals-differ'],
      ['projections.sqlite', 'read-model-differs'],
    ] as const) {
      const folder = stored.copy();
      writeFileSync(join(folder, name), Buffer.alloc(8192, 'no database'));
      const { codes } = await findingsIn(folder);
      expect([name, codes]).toEqual([name, expect.arrayContaining([code])]);
    }
  });

  it('is a finding when pages in its middle are gone or were overwritten', async () => {
    const whole = readFileSync(join(stored.data, LEDGER));
    for (const page of [3, 5, 8, Math.floor(whole.length / 4096) - 2]) {
      const folder = stored.copy();
      const bytes = Buffer.from(whole);
      bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
      writeFileSync(join(folder, LEDGER), bytes);
      expect((await findingsIn(folder)).codes.length).toBeGreaterThan(0);
    }
    const cut = stored.copy();
    truncateSync(join(cut, LEDGER), Math.floor(whole.length / 2));
    expect((await findingsIn(cut)).codes.length).toBeGreaterThan(0);
  });

  it.each([LEDGER, 'access-log.sqlite', 'seals.sqlite', 'projections.sqlite'])(
    'is %s alone, whichever of its pages is lost: no other file is called unreadable for it',
    async (name) => {
      const whole = readFileSync(join(stored.data, name));
      const pages = whole.length / 4096;
      for (let page = 1; page < pages; page += Math.ceil(pages / 20)) {
        const folder = stored.copy();
        writeFileSync(join(folder, name), Buffer.from(whole).fill(0, page * 4096, (page + 1) * 4096));
        const { found } = await findingsIn(folder);
        const unreadable = found.filter(({ message }) => /SQLite finds|cannot be read:/.test(message));
        expect([page, unreadable.filter(({ file }) => file !== name)]).toEqual([page, []]);
      }
    },
    120_000,
  );

  it('is missing, which is a finding too', async () => {
    const folder = stored.copy();
    rmSync(join(folder, 'access-log.sqlite'));
    expect((await findingsIn(folder)).codes).toContain('log-unreadable');
  });
});

describe('a log that is lost', () => {
  it('is told as that, where its seals are there', async () => {
    const folder = stored.copy();
    rmSync(join(folder, LEDGER));
    await expect(findingsIn(folder)).rejects.toMatchObject({
      refusal: {
        code: 'no-ledger-to-verify',
        message: expect.stringContaining('is lost: its seals are there'),
      },
    });
  });
});

describe('what is not verified', () => {
  it('is told where states of accounts are kept for the next start', async () => {
    const folder = stored.copy();
    writeFileSync(join(folder, 'snapshots.sqlite'), 'kept');
    const { found, notices } = await findingsIn(folder);
    expect(found).toEqual([]);
    expect(notices).toContainEqual(expect.stringContaining('snapshots.sqlite is not verified'));
  });
});

describe('a number that no log holds', () => {
  it.each(['recorded_at', 'schema_version', 'revision'])('is told with its event: %s', async (column) => {
    const position = placeOf(PAYMENT);
    const folder = changed(LEDGER, (database) => {
      database.exec('PRAGMA ignore_check_constraints = ON');
      sql(`UPDATE events SET ${column} = 9007199254740993 WHERE position = ?`, position)(database);
    });
    const { found } = await findingsIn(folder);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'log-unreadable',
        file: LEDGER,
        line: position,
        message: expect.stringContaining(`The event at position ${position} holds`),
      }),
    );
    expect(found.map(({ message }) => message).join()).not.toContain('JavaScript');
  });
});

it('a folder that holds no ledger cannot be verified', async () => {
  const folder = join(stored.dir, 'nothing');
  cpSync(join(stored.dir, 'D'), folder, { recursive: true });
  for (const name of [LEDGER, 'seals.sqlite']) rmSync(join(folder, name));
  await expect(findingsIn(folder)).rejects.toThrow('expected a bundle, or the folder of a ledger');
});
