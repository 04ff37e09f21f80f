import type { BenchContext } from '../harness/bench.ts';
import { type Answer, Connection } from '../load/connection.ts';
import type { Service } from './service.ts';

/** The address of a question that is asked again and again, with one thing or another in it. */
export type Question = (repetition: number) => string;

const HOST = '127.0.0.1';

/** Asks one question after the other over a connection that stays open, and reads each answer to its end. */
export class Asked {
  readonly #connection: Connection;
  readonly #token: string;

  private constructor(connection: Connection, token: string) {
    this.#connection = connection;
    this.#token = token;
  }

  /** By an auditor, who may read everything. */
  static async of(service: Service): Promise<Asked> {
    return new Asked(await Connection.open(service.port, HOST), await service.as('auditor'));
  }

  /** Rejects when the answer is a refusal. */
  async get(address: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const lines = [`GET ${address} HTTP/1.1`, `Host: ${HOST}`, `Authorization: Bearer ${this.#token}`];
    const broke = (): void => reject(new Error(`${address}: the connection broke`));
    this.#connection.send(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), resolve, broke);
    const { status, body } = await promise;
    if (status >= 300) throw new Error(`${address}: ${status} ${body ?? ''}`);
  }

  close(): void {
    this.#connection.close();
  }
}

/** Some of all where it only matters that they work. */
export const fewer = ({ quick }: Pick<BenchContext, 'quick'>, names: readonly string[]): readonly string[] =>
  names.filter((_, index) => !quick || index % 5 === 0);
