import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { seededRandom } from './seeded-random.ts';

/** A proxy between a client and a real server that loses what it is told to lose. */
export interface CuttingProxy {
  readonly port: number;
  /**
   * Instead of every so-manieth piece that the server sends, 1 to `upTo` by chance, the connection is cut: its answers
   * are lost. Nothing is cut when 0.
   */
  cutAnswers(upTo: number): void;
  /** How many connections were cut. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** Starts a proxy in front of a TCP server; the same seed makes the same choices. */
export async function startCuttingProxy(
  target: { readonly host: string; readonly port: number },
  seed: number,
): Promise<CuttingProxy> {
  const random = seededRandom(seed);
  const sockets = new Set<Socket>();
  let [upTo, left, cuts] = [0, 0, 0];
  const mustCut = (): boolean => {
    if (upTo === 0) return false;
    left -= 1;
    if (left > 0) return false;
    left = 1 + Math.floor(random() * upTo);
    return true;
  };
  const forget = (...ends: Socket[]): void => {
    for (const end of ends) {
      sockets.delete(end);
      end.destroy();
    }
  };
  const server: Server = createServer((client) => {
    const upstream = connect(target);
    sockets.add(client).add(upstream);
    client.on('data', (sent) => upstream.write(sent));
    upstream.on('data', (answer) => {
      if (!mustCut()) {
        client.write(answer);
        return;
      }
      // The server has done what was asked; nobody hears of it.
      cuts += 1;
      forget(client, upstream);
    });
    for (const end of [client, upstream]) {
      end.on('error', () => forget(client, upstream));
      end.on('close', () => forget(client, upstream));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutAnswers(next) {
      upTo = next;
      left = 1 + Math.floor(random() * upTo);
    },
    get cuts() {
      return cuts;
    },
    async close() {
      forget(...sockets);
      server.close();
      await once(server, 'close');
    },
  };
}
