import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, Connection } from './connection.ts';
import { NumberedRequest } from './numbered-request.ts';
import type { LoadResult, OpenLoop, Request } from './orders.ts';
import { Tally } from './tally.ts';

/** Sends at the rate that was asked for whether answers come or not: what users see who do not wait for each other. */
export async function openLoop(orders: OpenLoop): Promise<LoadResult> {
  const { host, port, requests, connections } = orders;
  const lanes = await Promise.all(
    Array.from({ length: connections }, async (_, index): Promise<Lane> => {
      const request = new NumberedRequest(requests[index % requests.length] as Request, host);
      return { connection: await Connection.open(port, host), request };
    }),
  );
  return new Schedule(orders, lanes).run();
}

/** A connection, and what is sent over it. */
interface Lane {
  readonly connection: Connection;
  readonly request: NumberedRequest;
}

/** Requests that are due at their moments, and the lanes that are free to send them. */
class Schedule {
  readonly #orders: OpenLoop;
  readonly #started = performance.now();
  readonly #tally: Tally;
  readonly #total: number;
  readonly #free: Lane[];
  readonly #done = Promise.withResolvers<undefined>();
  #lanes: number;
  #sent = 0;
  #ended = 0;

  constructor(orders: OpenLoop, lanes: readonly Lane[]) {
    const { rate, warmUpSeconds, seconds } = orders;
    this.#orders = orders;
    this.#tally = new Tally(this.#started + warmUpSeconds * 1000);
    this.#total = Math.max(1, Math.ceil(rate * (warmUpSeconds + seconds)));
    this.#free = [...lanes];
    this.#lanes = lanes.length;
  }

  async run(): Promise<LoadResult> {
    while (this.#sent < this.#total && this.#lanes > 0) {
      this.#sendDue();
      // A timer is late by a millisecond at most; that millisecond counts as latency.
      await pause(1);
    }
    await this.#done.promise;
    const until = performance.now();
    for (const { connection } of this.#free) connection.close();
    return this.#tally.result(until);
  }

  #dueAt(index: number): number {
    return this.#started + (index * 1000) / this.#orders.rate;
  }

  #sendDue(): void {
    while (this.#sent < this.#total && this.#dueAt(this.#sent) <= performance.now()) {
      const lane = this.#free.shift();
      if (lane === undefined) return;
      this.#send(lane, this.#sent);
      this.#sent += 1;
    }
  }

  #send(lane: Lane, index: number): void {
    const [number, due] = [this.#orders.firstNumber + index, this.#dueAt(index)];
    const answered = (answer: Answer): void => {
      this.#tally.answered(number, due, answer);
      this.#over(lane);
    };
    const broke = (): void => {
      this.#tally.broke();
      this.#over(lane);
    };
    lane.connection.send(lane.request.with(number), answered, broke);
  }

  #over(lane: Lane): void {
    this.#ended += 1;
    if (lane.connection.isOpen) this.#free.push(lane);
    else void this.#replace(lane);
    if (this.#ended === this.#total) this.#done.resolve(undefined);
    else this.#sendDue();
  }

  /** Another connection for one that broke; when nobody answers any more there is nothing to wait for. */
  async #replace(lane: Lane): Promise<void> {
    const { port, host } = this.#orders;
    const connection = await Connection.open(port, host).catch(() => undefined);
    if (connection === undefined) {
      this.#lanes -= 1;
      if (this.#lanes === 0) this.#done.resolve(undefined);
    } else if (this.#ended === this.#total) connection.close();
    else this.#free.push({ ...lane, connection });
  }
}
