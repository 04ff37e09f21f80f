import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createLedger } from '../../ledger/src/ledger.ts';

export interface ServedFolder {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A folder without accounts behind an address: what arrives is asked in process, where whoever works on the folder is
 * believed. Opening the folder once for many command lines takes a fraction of the time.
 */
export async function serveFolder(data: string): Promise<ServedFolder> {
  const ledger = await createLedger({ data, create: true, purpose: 'test', logLevel: 'silent' });
  const server = createServer((request, answer) => {
    void (async () => {
      const body = await buffer(request);
      const reply = await ledger.app.inject({
        method: request.method === 'POST' ? 'POST' : 'GET',
        url: request.url ?? '/',
        headers: request.headers,
        ...(body.length === 0 ? {} : { payload: body }),
      });
      answer.writeHead(reply.statusCode, reply.headers).end(reply.rawPayload);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await ledger.close();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
