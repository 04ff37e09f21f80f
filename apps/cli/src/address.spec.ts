import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { obligo, obligoWith } from '../testing/obligo.fixture.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const OPEN = [
  'account',
  'open',
  '--fiscal-year',
  '2569',
  '--project',
  'P20',
  '--name',
  'New',
  '--effective-on',
  '2025-10-01',
];

describe('an address', () => {
  it('at which something else answers is refused, whatever it says', async () => {
    const url = await listen((_, reply) => reply.end('<html>welcome</html>'));
    const asked = await obligo('journal', '--csv', '--url', url);
    expect([asked.code, asked.out]).toEqual([2, '']);
    expect(asked.err).toContain('not-a-ledger-address');
  });

  it('that sends elsewhere is not followed: what was meant for it may be a secret', async () => {
    const asked: string[] = [];
    const url = await listen(({ url: path = '' }, reply) => {
      asked.push(path);
      reply.writeHead(307, { location: '/elsewhere' }).end();
    });
    const env = { OBLIGO_TOKEN: 'obligo_x' };
    const refused = await obligoWith({ env }, 'journal', '--url', url);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('not-a-ledger-address')]);
    expect(asked).toHaveLength(1);
  });

  it('that breaks the connection off leaves open whether a posting is recorded', async () => {
    const url = await listen((request) => request.socket.destroy());
    const posted = await obligo(...OPEN, '--url', url);
    expect([posted.code, posted.err]).toEqual([
      1,
      expect.stringContaining('may be recorded: repeat it under the same'),
    ]);
    const asked = await obligo('journal', '--url', url);
    expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('ask again')]);
  });

  it('where nobody listens says so, as JSON where JSON is asked for', async () => {
    const url = await listen(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    const asked = await obligo('journal', '--json', '--url', url);
    expect([asked.code, asked.out]).toEqual([1, '']);
    expect(JSON.parse(asked.err)).toMatchObject({ code: 'ledger-unreachable', url });
  });

  it.each([
    'nonsense',
    'ftp://127.0.0.1',
    'http://user:secret@127.0.0.1',
    'http://127.0.0.1:9/?organisation=etda',
    'http://127.0.0.1:9/#journal',
  ])('such as %s is wrong use', async (url) => {
    const asked = await obligo('journal', '--url', url);
    expect(asked.code).toBe(2);
    expect(asked.err).not.toContain('secret@');
  });

  it.each(['--url', '--data'])(
    'or a folder that is empty is wrong use, as where the variable of a script is not set: %s',
    async (flag) => {
      const { code, err } = await obligo('journal', flag, '');
      expect([code, err]).toEqual([
        2,
        `refused (wrong-use): ${flag} is empty; expected a value, or no such flag.\n`,
      ]);
    },
  );
});
