import { connect, type Socket } from 'node:net';
import type { Answer } from './service-on-disk.fixture.ts';

export interface PipelinedPost {
  readonly path: string;
  readonly token: string;
  readonly key: string;
  readonly body: unknown;
}

/** A connection over which many things are asked without waiting for answers between them, as a proxy may for many. */
export class Pipeline {
  readonly #socket: Socket;
  readonly #host: string;
  readonly #waiting: PromiseWithResolvers<Answer>[] = [];
  #rest: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    // A broken connection is closed right after; that is what those who wait hear of.
    socket.on('error', () => undefined);
    socket.once('close', () => this.#break());
  }

  /** Resolves when the service has taken the connection and answers over it. */
  static async open(url: string): Promise<Pipeline> {
    const { hostname, port } = new URL(url);
    const pipeline = new Pipeline(connect(Number(port), hostname), hostname);
    await Promise.all(pipeline.#send([`GET /health/live HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`]));
    return pipeline;
  }

  /** The answers, in the order of the posts; rejects when the connection breaks before the last. */
  post(posts: readonly PipelinedPost[]): Promise<Answer[]> {
    return Promise.all(this.#send(posts.map((post) => textOf(post, this.#host))));
  }

  close(): void {
    this.#socket.destroy();
  }

  #send(requests: readonly string[]): Promise<Answer>[] {
    const asked = requests.map(() => Promise.withResolvers<Answer>());
    this.#waiting.push(...asked);
    this.#socket.write(requests.join(''));
    return asked.map(({ promise }) => promise);
  }

  #break(): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the connection broke first'));
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (let read = firstAnswer(this.#rest); read; read = firstAnswer(this.#rest)) {
      this.#waiting.shift()?.resolve(read.answer);
      this.#rest = this.#rest.subarray(read.bytes);
    }
  }
}

function textOf({ path, token, key, body }: PipelinedPost, host: string): string {
  const said = JSON.stringify(body);
  const headers = [
    `POST /api/v1/${path} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${token}`,
    `Idempotency-Key: ${key}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(said)}`,
  ];
  return `${headers.join('\r\n')}\r\n\r\n${said}`;
}

/** The first whole answer of some bytes, and how many of them it is; the ledger always tells the length of an answer. */
function firstAnswer(bytes: Buffer): { readonly answer: Answer; readonly bytes: number } | undefined {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const lines = bytes.subarray(0, head).toString('latin1');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(lines)?.[1]?.trim();
  const end = head + 4 + Number(header('content-length'));
  if (!(bytes.length >= end)) return undefined;
  const answer = {
    status: Number(lines.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length)),
    retryAfter: header('retry-after'),
    body: JSON.parse(bytes.subarray(head + 4, end).toString()) as Answer['body'],
  };
  return { answer, bytes: end };
}
