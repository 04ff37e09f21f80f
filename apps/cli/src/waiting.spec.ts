import { afterAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { obligo, obligoWith, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
afterAll(() => temporary.remove());

/** A ledger that answers when it is told to. */
async function slowLedger(answer: Promise<undefined>, onAsked: () => void) {
  const server = createServer((_, reply) => {
    onAsked();
    void answer.then(() => reply.setHeader('obligo-version', 'test').end('position,type\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('an answer that takes a moment', () => {
  it('is announced on a terminal, and the line goes when the answer comes', async () => {
    const { promise: seen, resolve: see } = Promise.withResolvers<undefined>();
    const ledger = await slowLedger(seen, () => undefined);
    const asked = await obligoWith(
      { terminal: true, err: (text) => text.includes('waiting for') && see(undefined) },
      ...['journal', '--csv', '--url', ledger.url],
    );
    ledger.stop();
    expect(asked).toEqual({
      code: 0,
      out: 'position,type\n',
      err: `waiting for ${ledger.url} …\r\u001b[K`,
    });
  });

  it('is not announced where standard error is no terminal', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<undefined>();
    const ledger = await slowLedger(asked, () => ask(undefined));
    expect(await obligo('journal', '--csv', '--url', ledger.url)).toMatchObject({ code: 0, err: '' });
    ledger.stop();
  });

  it('is given up after the time-out, with advice', async () => {
    const ledger = await slowLedger(new Promise(() => undefined), () => undefined);
    const asked = await obligo('journal', '--url', ledger.url, '--timeout', '0.05');
    ledger.stop();
    expect([asked.code, asked.err]).toEqual([
      1,
      expect.stringContaining('did not answer within 0.05 s; ask again, or give it more time'),
    ]);
  });
});

describe('Ctrl-C', () => {
  it('ends the wait for a running ledger with 130', async () => {
    const interruption = new AbortController();
    const ledger = await slowLedger(new Promise(() => undefined), () => interruption.abort());
    const asked = await obligoWith({ interrupted: interruption.signal }, 'journal', '--url', ledger.url);
    ledger.stop();
    expect([asked.code, asked.out]).toEqual([130, '']);
  });

  it('lets go of the folder before the command ends', async () => {
    const D = join(temporary.dir, 'interrupted');
    const interruption = new AbortController();
    const open = ['account', 'open', '--fiscal-year', '2569', '--project', 'P20', '--name', 'New'];
    const posting = [...open, '--effective-on', '2025-11-03', '--data', D];
    const stopped = await obligoWith(
      {
        interrupted: interruption.signal,
        err: (text) => text.startsWith('idempotency') && interruption.abort(),
      },
      ...posting,
    );
    expect([stopped.code, stopped.out]).toEqual([130, '']);
    expect(stopped.err).toContain('interrupted: ');
    expect(await obligo(...posting)).toMatchObject({ code: 0 });
  });
});
