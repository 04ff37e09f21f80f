import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connectToUrl } from './url-connection.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** A ledger that breaks so many connections off before it answers; counts what it was asked. */
async function breaking(connections: number) {
  const asked: string[] = [];
  server = createServer((request, answer) => {
    asked.push(request.method ?? '');
    if (asked.length <= connections) request.socket.destroy();
    else answer.writeHead(200, { 'obligo-version': '1' }).end('{}');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, connection: connectToUrl(`http://127.0.0.1:${port}`, 5_000) };
}

describe('a connection that breaks', () => {
  it('is made once more for a question', async () => {
    const { asked, connection } = await breaking(1);
    expect(await connection.send({ method: 'GET', path: 'status' })).toMatchObject({ status: 200 });
    expect(asked).toEqual(['GET', 'GET']);
  });

  it('twice is told, and that a question may be asked again', async () => {
    const { asked, connection } = await breaking(2);
    const refused = { code: 'answer-unknown', message: expect.stringContaining('ask again') };
    await expect(connection.send({ method: 'GET', path: 'status' })).rejects.toMatchObject({
      refusal: refused,
    });
    expect(asked).toEqual(['GET', 'GET']);
  });

  it('is told for a posting at once: it may be recorded', async () => {
    const { asked, connection } = await breaking(1);
    const refused = { code: 'answer-unknown', message: expect.stringContaining('idempotency key') };
    await expect(connection.send({ method: 'POST', path: 'x', body: {} })).rejects.toMatchObject({
      refusal: refused,
    });
    expect(asked).toEqual(['POST']);
  });
});
