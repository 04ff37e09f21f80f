import { connect, type Socket } from 'node:net';

/** As much of an answer as the load generator looks at. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: boolean;
  readonly body: string | undefined;
}

const HEAD_END = '\r\n\r\n';

/** One connection that stays open, with one request under way at most. */
export class Connection {
  readonly #socket: Socket;
  #onAnswer: ((answer: Answer) => void) | undefined;
  #onBreak: () => void = () => undefined;
  #rest: Buffer | undefined;
  isOpen = true;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    // A broken connection is closed right after; that is what those who wait hear of.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isOpen = false;
      this.#onAnswer = undefined;
      this.#onBreak();
    });
  }

  static open(port: number, host: string): Promise<Connection> {
    const { promise, resolve, reject } = Promise.withResolvers<Connection>();
    const socket = connect(port, host);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(new Connection(socket));
    });
    return promise;
  }

  send(request: Buffer, onAnswer: (answer: Answer) => void, onBreak: () => void): void {
    this.#onAnswer = onAnswer;
    this.#onBreak = onBreak;
    this.#socket.write(request);
  }

  close(): void {
    this.#onBreak = () => undefined;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    const bytes = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk]);
    const head = bytes.indexOf(HEAD_END);
    const end = head < 0 ? Number.NaN : head + HEAD_END.length + lengthOf(bytes, head);
    if (!(bytes.length >= end)) {
      this.#rest = bytes;
      return;
    }
    this.#rest = undefined;
    // "HTTP/1.1 201 Created": the digits of the status begin at the tenth byte.
    const status = Number(bytes.toString('latin1', 9, 12));
    const isSuccess = status < 300;
    const body = isSuccess ? undefined : bytes.toString('utf8', head + HEAD_END.length, end);
    const retryAfter = status === 503 && /^retry-after:/im.test(bytes.toString('latin1', 0, head));
    this.#onAnswer?.({ status, retryAfter, body });
  }
}

const LENGTH = Buffer.from('content-length: ');

/** The ledger always tells the length of an answer. */
function lengthOf(bytes: Buffer, head: number): number {
  const lower = bytes.indexOf(LENGTH);
  const at = lower >= 0 && lower < head ? lower : bytes.indexOf('Content-Length: ');
  if (at < 0 || at > head) throw new Error('an answer does not tell its length');
  return Number.parseInt(bytes.toString('latin1', at + LENGTH.length, at + LENGTH.length + 12), 10);
}
