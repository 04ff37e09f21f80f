import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { EdgeUnderTest, EXPORT_BYTES } from './edge-under-test.fixture.ts';

let edge: EdgeUnderTest;

beforeAll(async () => {
  edge = await EdgeUnderTest.open({ times: { headers: 150, request: 300, keepAlive: 50, answer: 2_000 } });
});
afterAll(() => edge.close());

const said = (first: string, ...headers: string[]) =>
  `${[first, 'host: ledger', 'connection: close', ...headers].join('\r\n')}\r\n\r\n`;

/** Status, content type and problem of an answer as it came over the wire. */
function answerOf(heard: string) {
  const [head = '', body = ''] = heard.split('\r\n\r\n');
  const type = /content-type: (.*)/i.exec(head)?.[1];
  const code = body === '' ? undefined : (JSON.parse(body) as { code: string }).code;
  return { status: Number(head.split(' ')[1]), type, code };
}

const problem = (status: number, code: string) => ({ status, type: 'application/problem+json', code });

describe('a request that no route takes', () => {
  it.each(['TRACE', 'DELETE', 'OPTIONS', 'PROPFIND', 'PATCH', 'POST'])(
    'by the method %s is answered with a problem, and shows no page',
    async (method) => {
      const heard = await edge.talk(said(`${method} /api/v1/origin HTTP/1.1`, 'cookie: a=secret'));
      expect(answerOf(heard)).toEqual(problem(404, 'route-unknown'));
      expect(heard).not.toContain('secret');
      expect(heard).toContain("default-src 'none'");
    },
  );

  it('by HEAD has the headers of the answer, and no body', async () => {
    expect(answerOf(await edge.talk(said('HEAD /api/v1/nowhere HTTP/1.1')))).toEqual({
      ...problem(404, ''),
      code: undefined,
    });
  });

  it('by CONNECT opens no tunnel', async () => {
    expect(await edge.talk(said('CONNECT intern.example:22 HTTP/1.1'))).toBe('');
  });

  it.each<[string, string, number]>([
    ['a method that is none', said('FOO /api/v1/origin HTTP/1.1'), 400],
    ['an address with half an escape', said('GET /api/v1/%zz HTTP/1.1'), 400],
    ['a header that hides a line break', said('GET /api/v1/origin HTTP/1.1', 'a: b\rc: d'), 400],
    ['a header that is continued', said('GET /api/v1/origin HTTP/1.1', 'a: b', ' c'), 400],
    ['what it expects of the service', said('GET /api/v1/origin HTTP/1.1', 'expect: 200-maybe'), 417],
    ['headers longer than 16 KiB', said('GET /api/v1/origin HTTP/1.1', `a: ${'x'.repeat(17_000)}`), 431],
    ['an address longer than 16 KiB', said(`GET /api/v1/origin?${'x'.repeat(17_000)} HTTP/1.1`), 431],
  ])('with %s is answered with a problem and headers of protection', async (_, sent, status) => {
    const heard = await edge.talk(sent);
    expect(answerOf(heard)).toEqual(problem(status, 'request-malformed'));
    expect(heard).toContain("default-src 'none'");
    expect(heard).toContain('nosniff');
  });
});

describe('a connection that does not get on', () => {
  it('is let go when it says nothing', async () => {
    expect(answerOf(await edge.talk())).toEqual(problem(408, 'request-malformed'));
  });

  it('is let go when its headers do not end', async () => {
    expect(answerOf(await edge.talk('GET /api/v1/origin HTTP/1.1\r\nhost: ledger\r\n'))).toEqual(
      problem(408, 'request-malformed'),
    );
  });

  it('is let go when its body does not come', async () => {
    const head = 'POST /api/v1/postings HTTP/1.1\r\nhost: ledger\r\ncontent-type: application/json\r\n';
    expect(answerOf(await edge.talk(head, 'content-length: 10\r\n\r\n', '{'))).toEqual(
      problem(408, 'request-malformed'),
    );
  });

  it('is let go when it has been answered and asks nothing more', async () => {
    const heard = await edge.talk('GET /api/v1/origin HTTP/1.1\r\nhost: ledger\r\n\r\n');
    expect(heard).toContain('HTTP/1.1 200');
    expect(heard).toContain('Connection: keep-alive');
  });

  it('is let go when it does not take its answer', async () => {
    const letGo = edge.nextConnectionEnds();
    const client = connect(edge.port, '127.0.0.1', () => {
      client.pause();
      client.write('GET /api/v1/export HTTP/1.1\r\nhost: ledger\r\n\r\n');
    });
    client.on('error', () => undefined);
    await letGo;
    expect(client.bytesRead).toBeLessThan(EXPORT_BYTES);
    client.destroy();
  });

  it('is kept until it has taken all of a long answer', async () => {
    // A busy machine may leave a reader without a turn for seconds: this one has more time than that.
    const patient = await EdgeUnderTest.open({ times: { answer: 20_000 } });
    try {
      const answer = await patient.ask('export');
      expect((await answer.arrayBuffer()).byteLength).toBe(EXPORT_BYTES);
    } finally {
      await patient.close();
    }
  });
});
