import { createServer } from 'node:http';
import { listeningRefusal } from '../listening.ts';
import type { Metrics } from './metrics.ts';

/** Milliseconds; a scrape is short, and one that hangs must not hold a socket for ever. */
const PATIENCE_MS = 10_000;

/** Serves `/metrics` at an address of its own, apart from what people and programs use. Gives the address and what ends it; refuses with `address-not-usable`. */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: PATIENCE_MS, keepAlive: true }, (request, response) => {
    metrics.handle(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listeningRefusal(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
