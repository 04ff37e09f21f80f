import { NoAnswer } from './log-client.ts';

interface Disposable {
  dispose(): Promise<unknown>;
}

/** Many calls fail at once, and a new client needs time to find the leader. */
const BETWEEN_RENEWALS_MS = 500;
/** What ended without an answer while the server was there. */
const ENDED = new Set(['cancelled', 'too-slow']);

/**
 * A client of a library that is made anew, and so looks for the leader, when a call got no answer. The libraries do so
 * by themselves only now and then: appends over several streams go on asking a node that is no longer the leader, reads
 * and subscriptions of the newer one ask a node that is gone, and every call one that hangs; for ever.
 */
export class RenewedClient<Client extends Disposable> {
  readonly #connect: () => Client;
  #current: Client;
  #mayRenewFrom = 0;

  constructor(connect: () => Client) {
    this.#connect = connect;
    this.#current = connect();
  }

  get current(): Client {
    return this.#current;
  }

  /** To be told of every call that failed, with the client that it was made on. */
  failed(client: Client, error: unknown): void {
    const now = performance.now();
    const isLost = error instanceof NoAnswer && !ENDED.has(error.reason);
    if (!isLost || this.#current !== client || now < this.#mayRenewFrom) return;
    this.#mayRenewFrom = now + BETWEEN_RENEWALS_MS;
    this.#current = this.#connect();
    client.dispose().catch(() => undefined);
  }
}
