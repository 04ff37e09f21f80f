import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { formatVerifierKey, newSigningKey, signNote } from '#audit-trail';
import { createMemoryEventStore } from '#event-store';
import { rejectionOf } from '#event-store/testing';
import { KeyFolder } from './key-folder.ts';
import { SealedLedger } from './sealed.fixture.ts';

let ledger: SealedLedger;
beforeEach(() => {
  ledger = new SealedLedger({ every: { events: 10, seconds: 60 }, boundaries: new Set(['PeriodClosed']) });
});
afterEach(() => ledger.remove());

const problem = async (): Promise<unknown> => (await ledger.sealer.status()).problem?.code;

describe('what is sealed', () => {
  it('nothing, while the logs are empty: no key, no name', async () => {
    expect(await ledger.sealer.sealNow()).toBeUndefined();
    expect([existsSync(ledger.keys.dir), ledger.seals.origin]).toEqual([false, undefined]);
  });

  it('every so many events, and the rest when it is asked for', async () => {
    await ledger.post(25);
    expect(await ledger.sealer.status()).toMatchObject({
      size: 25,
      standing: 'waiting',
      tail: { events: 5 },
    });
    expect(ledger.sizes()).toEqual([10, 20]);
    await ledger.sealer.sealNow();
    expect(ledger.sizes()).toEqual([10, 20, 25]);
    expect(await ledger.sealer.status()).toMatchObject({
      standing: 'sealed',
      tail: { events: 0, seconds: 0 },
    });
  });

  it('exactly up to an event that closes a period, also when others follow at once', async () => {
    await ledger.post(3);
    await ledger.post(1, { type: 'PeriodClosed' });
    await ledger.post(2);
    await ledger.sealer.sealNow();
    expect(ledger.sizes()).toEqual([4, 6]);
  });

  it('a change of who may do what, by a checkpoint of its own', async () => {
    await ledger.post(2);
    await ledger.sealer.sealNow();
    await ledger.post(1, { log: 'access' });
    await ledger.sealer.sealNow();
    const sealed = ledger.checkpoints().map(({ size, access }) => [size, access?.size]);
    expect(sealed).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect(ledger.seals.firstCovering(1, 1)?.number).toBe(2);
    expect(ledger.seals.ofSize(2)?.number).toBe(2);
  });

  it('once: asking again gives the checkpoint that is there', async () => {
    await ledger.post(1);
    const first = await ledger.sealer.sealNow();
    expect(await ledger.sealer.sealNow()).toEqual(first);
  });

  it('with a time that never goes back, whatever the clock does', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    ledger.now -= 3_600_000;
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const [first, second] = ledger.checkpoints();
    expect(second?.time).toBe(first?.time);
  });

  it('in its time, also when the clock was set back by a day since it waits', async () => {
    await ledger.post(1);
    await ledger.sealer.slice();
    expect(ledger.sealer.dueIn()).toBe(60_000);
    ledger.now -= 86_400_000;
    ledger.stopwatch += 59_000;
    expect(ledger.sealer.dueIn()).toBe(1_000);
    ledger.stopwatch += 1_000;
    await ledger.sealer.sealDue();
    expect(ledger.sizes()).toEqual([1]);
    // The next one waits as long, although the log still has the later time.
    await ledger.post(1);
    await ledger.sealer.slice();
    expect(ledger.sealer.dueIn()).toBe(60_000);
  });

  it('tells how long the oldest event has waited', async () => {
    await ledger.post(1);
    ledger.now += 42_000;
    await ledger.post(1);
    expect(await ledger.sealer.status()).toMatchObject({ tail: { events: 2, seconds: 42 } });
    ledger.reopen();
    expect(await ledger.sealer.status()).toMatchObject({ tail: { events: 2, seconds: 42 } });
  });
});

describe('a new start', () => {
  it('goes on where it was, with the same name and key', async () => {
    await ledger.post(7);
    await ledger.sealer.sealNow();
    const origin = ledger.seals.origin;
    ledger.reopen();
    await ledger.post(5);
    await ledger.sealer.sealNow();
    expect(ledger.sizes()).toEqual([7, 12]);
    expect(origin).toMatch(/^obligo\.local\/ledger\/[0-9a-f]{8}$/);
    expect(new Set(ledger.checkpoints().map((checkpoint) => checkpoint.origin))).toEqual(new Set([origin]));
    expect(ledger.seals.verifierKeys()).toHaveLength(1);
  });

  it.each([
    ['shorter than it was sealed', 5],
    ['of other events than were sealed', 7],
  ])('signs nothing for a log that is %s, and says where', async (_, count) => {
    await ledger.post(7);
    await ledger.sealer.sealNow();
    ledger.now += 1;
    ledger.logs.ledger = createMemoryEventStore({ clock: () => ledger.now });
    await ledger.post(count);
    ledger.reopen();
    const status = await ledger.sealer.status();
    expect(status).toMatchObject({ standing: 'broken', problem: { code: 'seal-broken' } });
    expect(status.problem?.message).toContain('event 7 (position 7)');
    await ledger.post(20);
    expect(await rejectionOf(ledger.sealer.sealNow())).toMatchObject({ refusal: { code: 'seal-broken' } });
    await ledger.sealer.finish();
    expect(ledger.sizes()).toEqual([7]);
  });

  it('refuses another name than it was sealed under', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    expect(() => ledger.newSealer({ origin: 'ledger.example/etda' })).toThrow(/origin/);
    expect(() => ledger.newSealer({ origin: 'two words' })).toThrow(/cannot name a ledger/);
  });

  it('does not begin anew where the keys tell that seals are missing', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    ledger.seals.close();
    rmSync(ledger.sealsFile);
    ledger.reopen();
    expect(await rejectionOf(ledger.sealer.sealNow())).toMatchObject({ refusal: { code: 'seal-broken' } });
    expect(ledger.sizes()).toEqual([]);
  });

  it('finds a file whose guards were removed', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const database = new DatabaseSync(ledger.sealsFile);
    expect(() => database.exec('DELETE FROM checkpoints')).toThrow(/never removed/);
    expect(() => database.exec('UPDATE tiles SET hashes = zeroblob(32)')).toThrow(/only grows/);
    database.exec('DROP TRIGGER checkpoints_not_deleted');
    database.close();
    expect(() => ledger.reopen()).toThrow(/guard them were changed/);
    writeFileSync(ledger.sealsFile, 'something else');
    expect(() => ledger.reopen()).toThrow(/not usable/);
    rmSync(ledger.sealsFile);
    ledger.reopen();
  });
});

describe('the signing key', () => {
  it('is for its owner alone, outside the data folder', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const [file = '', list = ''] = readdirSync(ledger.keys.dir).sort();
    expect([file, list]).toEqual([expect.stringMatching(/^[0-9a-f]{8}\.key$/), 'verifier-keys.txt']);
    expect(statSync(ledger.keys.dir).mode & 0o777).toBe(0o700);
    expect(statSync(join(ledger.keys.dir, file)).mode & 0o777).toBe(0o600);
    const [key] = ledger.seals.verifierKeys();
    expect(readFileSync(join(ledger.keys.dir, list), 'utf8')).toBe(`${key?.text ?? ''}\n`);
    const data = join(ledger.dir, 'data');
    for (const inside of [data, join(data, 'keys'), join(data, 'a', '..', 'b')])
      expect(() => KeyFolder.beside(data, inside)).toThrow(/in the data folder/);
  });

  it('where none can be made the tail waits, and is sealed as soon as one can', async () => {
    const blocked = KeyFolder.beside(join(ledger.dir, 'data'), join(ledger.dir, 'file', 'keys'));
    writeFileSync(join(ledger.dir, 'file'), '');
    ledger.reopen({ keys: blocked });
    await ledger.post(25);
    expect(await ledger.sealer.status()).toMatchObject({
      standing: 'stuck',
      tail: { events: 25 },
      problem: { code: 'seal-key-missing', message: expect.stringContaining(blocked.dir) },
    });
    rmSync(join(ledger.dir, 'file'));
    await ledger.sealer.sealNow();
    expect(ledger.sizes()).toEqual([25]);
    expect(await ledger.sealer.status()).toMatchObject({ standing: 'sealed', problem: null });
  });

  it('that is missing is asked for by name; restored, it signs on', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    renameSync(ledger.keys.dir, `${ledger.keys.dir}-elsewhere`);
    ledger.reopen();
    await ledger.post(1);
    const refused = {
      refusal: { code: 'seal-key-missing', message: expect.stringMatching(/\.key is missing/) },
    };
    expect(await rejectionOf(ledger.sealer.sealNow())).toMatchObject(refused);
    expect(await rejectionOf(ledger.sealer.rotateKey({ lost: false }))).toMatchObject(refused);
    renameSync(`${ledger.keys.dir}-elsewhere`, ledger.keys.dir);
    await ledger.sealer.sealNow();
    expect(ledger.sizes()).toEqual([1, 2]);
  });

  it('that others can read does not sign', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const [file = ''] = readdirSync(ledger.keys.dir).sort();
    chmodSync(join(ledger.keys.dir, file), 0o644);
    await ledger.post(1);
    const refused = { refusal: { code: 'key-file-open-to-others' } };
    expect(await rejectionOf(ledger.sealer.sealNow())).toMatchObject(refused);
    await ledger.sealer.finish();
    expect(await problem()).toBe('key-file-open-to-others');
  });

  it('is rotated by a checkpoint that both keys sign; then the new one signs alone', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    await ledger.sealer.rotateKey({ lost: false });
    ledger.reopen();
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const [old, fresh] = ledger.seals.verifierKeys();
    expect(ledger.checkpoints().map(({ size, signers }) => [size, signers])).toEqual([
      [1, [old?.key.id]],
      [1, [old?.key.id, fresh?.key.id]],
      [2, [fresh?.key.id]],
    ]);
    expect([old?.ended, fresh?.ended]).toEqual(['rotated', undefined]);
    expect(readdirSync(ledger.keys.dir).filter((name) => name.endsWith('.key'))).toEqual([
      `${fresh!.key.id}.key`,
    ]);
    expect(readFileSync(join(ledger.keys.dir, 'verifier-keys.txt'), 'utf8').split('\n')).toHaveLength(3);
  });

  it('that is lost is replaced, and the list says that nothing links both', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    rmSync(ledger.keys.dir, { recursive: true });
    ledger.reopen();
    await ledger.sealer.rotateKey({ lost: true });
    const [old, fresh] = ledger.seals.verifierKeys();
    expect(old).toMatchObject({ ended: 'lost', until: fresh?.since });
    expect(ledger.checkpoints().at(-1)?.signers).toEqual([fresh?.key.id]);
  });

  it.each([
    [
      'another key is in the seals',
      () => {
        const seals = new DatabaseSync(ledger.sealsFile);
        const { sql } = seals.prepare("SELECT sql FROM sqlite_schema WHERE name = 'keys_end_once'").get()!;
        seals.exec('DROP TRIGGER keys_end_once');
        const stranger = formatVerifierKey(newSigningKey(ledger.seals.origin!).verifier);
        seals.prepare('UPDATE verifier_keys SET key = ?').run(stranger);
        seals.exec(String(sql));
        seals.close();
        return stranger;
      },
    ],
    [
      'another key is in the list',
      () => {
        const stranger = formatVerifierKey(newSigningKey(ledger.seals.origin!).verifier);
        appendFileSync(ledger.keys.listFile, `${stranger}\n`);
        return stranger;
      },
    ],
  ])('signs nothing, and no new one is begun, while %s', async (_, change) => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const key = change();
    ledger.reopen();
    const { standing, problem: why } = await ledger.sealer.status();
    expect([standing, why?.code]).toEqual(['broken', 'seal-broken']);
    expect(why?.message).toContain(`the key ${key}`);
    expect(why?.message).not.toContain('rotate-key');
    await ledger.post(1);
    const refused = { refusal: { code: 'seal-broken' } };
    expect(await rejectionOf(ledger.sealer.sealNow())).toMatchObject(refused);
    expect(await rejectionOf(ledger.sealer.rotateKey({ lost: true }))).toMatchObject(refused);
    expect(ledger.sizes()).toEqual([1]);
  });

  it('must have signed the last checkpoint', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const lost = ledger.keys.read(ledger.seals.currentKey()!.key.id);
    ledger.now += 1;
    await ledger.sealer.rotateKey({ lost: true });
    const latest = ledger.seals.latest()!;
    const seals = new DatabaseSync(ledger.sealsFile);
    const { sql } = seals
      .prepare("SELECT sql FROM sqlite_schema WHERE name = 'checkpoints_not_updated'")
      .get()!;
    seals.exec('DROP TRIGGER checkpoints_not_updated');
    const note = signNote(latest.note.slice(0, latest.note.indexOf('\n\n') + 1), [lost]) as string;
    seals.prepare('UPDATE checkpoints SET note = ? WHERE number = ?').run(note, latest.number);
    seals.exec(String(sql));
    seals.close();
    ledger.reopen();
    const { standing, problem: why } = await ledger.sealer.status();
    expect([standing, why?.message]).toEqual(['broken', expect.stringContaining('is not signed by')]);
  });

  it('that signed and was not listed before a crash signs on', async () => {
    await ledger.post(1);
    await ledger.sealer.sealNow();
    const before = readFileSync(ledger.keys.listFile);
    await ledger.sealer.rotateKey({ lost: false });
    writeFileSync(ledger.keys.listFile, before);
    ledger.reopen();
    await ledger.post(1);
    await ledger.sealer.sealNow();
    expect(ledger.keys.listed()).toHaveLength(2);
    rmSync(ledger.keys.listFile);
    ledger.reopen();
    expect(await ledger.sealer.status()).toMatchObject({ standing: 'sealed', problem: null });
  });

  it('is not rotated before anything was sealed', async () => {
    expect(await rejectionOf(ledger.sealer.rotateKey({ lost: false }))).toMatchObject({
      refusal: { code: 'seal-key-missing', message: expect.stringContaining('Nothing was sealed yet') },
    });
  });
});
