import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, type Running, SAMPLE, scratch, serve } from '../../apps/cli/testing/obligo.fixture.ts';
import {
  answersOf,
  contentOfFolder,
  filesIn,
  ledgerToMove,
  moved,
  must,
  order,
  postOrder,
} from './ledger-to-move.fixture.ts';

jest.setTimeout(120_000);

const temporary = scratch();
const at = (name: string): string => join(temporary.dir, name);

afterAll(() => temporary.remove());

describe('a ledger that is moved while a service owns it', () => {
  const [D, E] = [at('served'), at('served-moved')];
  let running: Running;
  let token: string;

  const post = (number: string): Promise<number> => postOrder(running.url, token, number);

  beforeAll(async () => {
    await must('import', SAMPLE, '--data', D);
    running = await serve(D);
    token = await running.person('malee', { role: 'maker' });
    expect(await post('PO-before')).toBe(201);
  });

  it('is copied up to where it was, with what is posted meanwhile left for the next time', async () => {
    expect((await obligo('move', '--from', D, '--to', E)).code).toBe(5);
    const first = await moved('--from', D, '--to', E, '--while-in-use');
    expect(first).toMatchObject({
      final: false,
      ledger: { events: 268, added: 268 },
      files: { carried: [] },
    });
    expect(await post('PO-meanwhile')).toBe(201);
    const { out, err } = await must('move', '--from', D, '--to', E, '--while-in-use');
    expect(out).toContain('log: 269 events');
    expect(out).toContain('1 added now');
    expect(err).toContain('stop what posts into it, and repeat the command without --while-in-use');
  });

  it('takes over the rest, with seals and accounts, once the service has stopped', async () => {
    expect(await post('PO-last')).toBe(201);
    await running.stop();
    const last = await moved('--from', D, '--to', E, '--everything');
    expect(last).toMatchObject({ final: true, ledger: { events: 270, added: 1 } });
    expect(last.files.carried).toEqual(
      expect.arrayContaining(['seals.sqlite', 'identities.sqlite', 'access.key']),
    );
    expect(await contentOfFolder(E)).toEqual(await contentOfFolder(D));
    expect((await must('verify', E)).out).toContain('no findings');
  });

  it('serves on at the new place: the same token, the same answer to a repeated command', async () => {
    cpSync(`${D}.keys`, `${E}.keys`, { recursive: true });
    running = await serve(E);
    try {
      expect(await post('PO-last')).toBe(200);
      expect(await post('PO-at-the-new-place')).toBe(201);
    } finally {
      await running.stop();
    }
  });

  it('goes back the same way: the old folder takes what was posted since, and keeps what it had', async () => {
    const back = await moved('--from', E, '--to', D, '--everything');
    expect(back).toMatchObject({ final: true, ledger: { events: 271, added: 1 } });
    expect(back.files.carried).toContain('seals.sqlite');
    expect(back.files.kept).toEqual(
      expect.arrayContaining([expect.stringMatching(/^seals\.sqlite\.before-\d{8}T\d{6}Z$/)]),
    );
    expect(await contentOfFolder(D)).toEqual(await contentOfFolder(E));
    expect(await answersOf(D)).toEqual(await answersOf(E));
    expect((await must('verify', D)).out).toContain('no findings');
  });
});

describe('a comparison of two stores', () => {
  const [D, E] = [at('compared'), at('compared-moved')];
  const compare = () => obligo('move', '--from', D, '--to', E, '--verify-only', '--json');

  beforeAll(async () => {
    await must('import', SAMPLE, '--data', D);
    await must('move', '--from', D, '--to', E);
  });

  it('says how far the other one is behind, with exit code 6, and writes nothing', async () => {
    await must(...order(D, 'PO-1'));
    const files = filesIn(E);
    const { code, out } = await compare();
    expect(code).toBe(6);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'obligo.store-comparison/1',
      equal: false,
      differences: [{ code: 'stores-differ', message: `the log in ${E} ends after 267 of 268 events.` }],
    });
    expect(filesIn(E)).toEqual(files);
  });

  it('says at which event they part', async () => {
    await must(...order(E, 'PO-2'));
    const { code, out } = await compare();
    expect(code).toBe(6);
    expect(out).toContain('event 268 there is CommitmentMade');
  });
});

describe('a ledger that was moved whole', () => {
  it('is moved again without doing anything', async () => {
    const [D, E] = [at('whole'), at('whole-moved')];
    await ledgerToMove(D);
    await must('move', '--from', D, '--to', E);
    const files = filesIn(E);
    const again = await moved('--from', D, '--to', E);
    expect(again).toMatchObject({ final: true, ledger: { added: 0 }, files: { carried: [], kept: [] } });
    expect(filesIn(E)).toEqual(files);
  });
});
