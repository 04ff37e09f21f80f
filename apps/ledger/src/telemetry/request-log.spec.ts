import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { sendSecurityHeaders } from '../edges/security-headers.ts';
import { LogLines } from './log-lines.ts';
import { RequestLog } from './request-log.ts';

type Line = Readonly<Record<string, unknown>> & {
  readonly req?: { readonly id: string; readonly url: string; readonly headers: Record<string, string> };
  readonly res?: { readonly statusCode: number; readonly headers: Record<string, string> };
};

const TOKEN = 'obligo_0123456789abcdefghijklmnop';
const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;

/** What lies in a pipe at this moment. */
function bytesIn(pipe: number): Buffer {
  const bytes = Buffer.alloc(65_536);
  try {
    return bytes.subarray(0, readSync(pipe, bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return bytes.subarray(0, 0);
  }
}

let folder: string;
let fd: number;
let log: RequestLog;
let app: FastifyInstance;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-log-'));
  fd = openSync(join(folder, 'log'), 'a');
  log = new RequestLog('info', fd);
  app = fastify();
  sendSecurityHeaders(app);
  log.follow(app);
  app.get('/postings', async (_, reply) => {
    void reply.header('location', `/?code=${TOKEN}`).header('obligo-position', '7');
    return {};
  });
  app.get('/broken', async (_, reply) => {
    log.error('it broke', undefined, 'Door');
    return reply.status(500).send({});
  });
  app.get('/health/live', async () => ({}));
});
afterEach(async () => {
  await app.close();
  closeSync(fd);
  rmSync(folder, { recursive: true });
});

/** What stands in the file now. */
const written = (): Line[] =>
  readFileSync(join(folder, 'log'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

/** As much of it as is not written at once. */
const beside = (): Line[] => written().filter(({ level }) => Number(level) < 50);

/** The line that is being written, once it is there. */
async function oneBeside(): Promise<Line | undefined> {
  while (beside().length === 0) await nextTurn();
  return beside()[0];
}

describe('the log of the service', () => {
  it('has a line of a request with what helps, and no secret', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, cookie: `obligo=${TOKEN}`, 'user-agent': 'till' };
    await app.inject({ url: `/postings?token=${TOKEN}`, headers });
    const line = await oneBeside();
    expect(line).toMatchObject({
      level: 30,
      msg: 'request completed',
      req: { method: 'GET', url: '/postings?token=***', headers: { 'user-agent': 'till' } },
      res: { statusCode: 200, headers: { 'obligo-position': '7', location: '[Redacted]' } },
    });
    expect(line?.req?.headers).toMatchObject({ authorization: '[Redacted]', cookie: '[Redacted]' });
    expect(line?.res?.headers).not.toHaveProperty('content-security-policy');
    expect(readFileSync(join(folder, 'log'), 'utf8')).not.toContain(TOKEN);
  });

  it('has an error at once, with the request in which it happened and who tells it', async () => {
    await app.inject('/broken');
    const [error] = written();
    const answered = await oneBeside();
    expect(error).toMatchObject({ level: 50, msg: 'it broke', context: 'Door', req: { url: '/broken' } });
    expect(answered).toMatchObject({ msg: 'request errored', res: { statusCode: 500 } });
    expect(answered?.req?.id).toBe(error?.req?.id);
  });

  it('has what is told outside of requests without one, and an error with its stack', async () => {
    log.warn('the disk is nearly full', 'Desk');
    log.error(new Error('it failed'), undefined, 'Desk');
    const failed = written().find(({ level }) => level === 50);
    const warned = await oneBeside();
    expect(warned).toMatchObject({ level: 40, msg: 'the disk is nearly full', context: 'Desk' });
    expect(warned).not.toHaveProperty('req');
    expect(failed).toMatchObject({ msg: 'it failed', err: { stack: expect.stringContaining('at ') } });
  });

  it('says nothing of probes, nor of what its level leaves out', async () => {
    await app.inject('/health/live');
    log.debug('too much', 'Desk');
    log.warn('the end', 'test');
    expect(await oneBeside()).toMatchObject({ msg: 'the end' });
  });
});

describe('a log that finds no room on its disk', () => {
  const full = existsSync('/dev/full');

  (full ? it : it.skip)('holds up neither requests nor errors, and goes on when there is room', async () => {
    const noRoom = openSync('/dev/full', 'a');
    const lines = new LogLines(noRoom);
    // Tried at once, and then a little later: nothing is on its way while the file changes.
    lines.writeNow('first\n');
    lines.write('second\n');
    closeSync(noRoom);
    // The same number, as if somebody had made room.
    const reopened = openSync(join(folder, 'room'), 'a');
    expect(reopened).toBe(noRoom);
    lines.writeNow('third\n');
    expect(readFileSync(join(folder, 'room'), 'utf8')).toBe('first\nsecond\nthird\n');
    closeSync(reopened);
  });

  (full ? it : it.skip)('is of no matter to those who ask', async () => {
    const noRoom = openSync('/dev/full', 'a');
    const other = fastify();
    const unheard = new RequestLog('info', noRoom);
    unheard.follow(other);
    other.get('/broken', async (_, reply) => {
      unheard.error('it broke', undefined, 'Door');
      return reply.status(500).send({});
    });
    for (let time = 0; time < 3; time += 1) expect((await other.inject('/broken')).statusCode).toBe(500);
    await other.close();
    // It stays open: what waits is tried again, and another file may get its number.
  });

  it('lets go of its lines once it is closed, since another file may get its number', async () => {
    const closed = openSync(join(folder, 'closed'), 'a');
    const lines = new LogLines(closed);
    closeSync(closed);
    lines.write('beside\n');
    lines.writeNow('at once\n');
    await pause(20);
    const next = openSync(join(folder, 'next'), 'a');
    expect(next).toBe(closed);
    await pause(150);
    lines.write('after\n');
    while (readFileSync(join(folder, 'next'), 'utf8') === '') await nextTurn();
    expect(readFileSync(join(folder, 'next'), 'utf8')).toBe('after\n');
    closeSync(next);
  });

  // A letter has three bytes: one of these is cut within.
  it.each(['', '-', '--'])(
    'keeps every letter of a line that a full pipe cut behind "%s"',
    async (before) => {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const [reader, full] = [openSync(pipe, O_RDONLY | O_NONBLOCK), openSync(pipe, O_WRONLY | O_NONBLOCK)];
      const lines = new LogLines(full);
      const line = `${before}${'ก'.repeat(100_000)}\n`;
      let read = Buffer.alloc(0);
      lines.write('beside\n');
      lines.writeNow(line);
      const expected = [`beside\n${line}`, `${line}beside\n`];
      while (read.length < Buffer.byteLength(line) + 7) {
        read = Buffer.concat([read, bytesIn(reader)]);
        await nextTurn();
      }
      // What is written at once may overtake what is on its way.
      expect(expected.includes(read.toString())).toBe(true);
      closeSync(reader);
      closeSync(full);
    },
  );

  it('keeps the order of lines beside the work and at once, and loses none', async () => {
    const lines = new LogLines(fd);
    const all = Array.from({ length: 2_000 }, (_, index) => `${index} ก\n`);
    for (const [index, line] of all.entries()) {
      lines.write(line);
      if (index % 100 === 0) await nextTurn();
    }
    const text = () => readFileSync(join(folder, 'log'), 'utf8');
    while (text().length < all.join('').length) await nextTurn();
    expect(text()).toBe(all.join(''));
  });
});
