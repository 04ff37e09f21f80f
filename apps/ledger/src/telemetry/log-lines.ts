import { write, writeSync } from 'node:fs';

/** Characters that wait at most; of what comes beyond them lines are lost. */
const MOST_WAITING = 16 * 1024 * 1024;
const AGAIN_MS = 100;
/** How often a pipe that is full for a moment is tried before whoever waits goes on. */
const TRIES = 20;

/** Those with lines on their way, which are written when the process ends. */
const underWay = new Set<LogLines>();
process.once('exit', () => underWay.forEach((each) => each.flush()));

/**
 * Takes lines to a file descriptor, beside the work or at once. Lines that cannot be written, as on a full disk, wait until
 * they can, up to a bound: a service goes on without its log, and never ends for want of it.
 */
export class LogLines {
  readonly #fd: number;
  #waiting = '';
  /** What is being written, or could not be. */
  #begun = Buffer.alloc(0);
  #state: 'idle' | 'writing' | 'resting' = 'idle';

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** Written beside the work. */
  write(line: string): void {
    this.#take(line);
    if (this.#state === 'idle') this.#next();
  }

  /** Written before this returns, behind those that wait. */
  writeNow(line: string): void {
    this.#take(line);
    this.flush();
  }

  /** Writes what waits before it returns, as far as it can be; what is on its way already comes by itself. */
  flush(): void {
    if (this.#state === 'writing') {
      this.#waiting = restOf(this.#fd, Buffer.from(this.#waiting)).toString();
      return;
    }
    [this.#begun, this.#waiting] = [restOf(this.#fd, this.#all()), ''];
    if (this.#state === 'idle' && this.#begun.length > 0) this.#rest();
  }

  #take(line: string): void {
    if (this.#waiting.length + this.#begun.length + line.length <= MOST_WAITING) this.#waiting += line;
  }

  #all(): Buffer<ArrayBuffer> {
    return this.#begun.length === 0
      ? Buffer.from(this.#waiting)
      : Buffer.concat([this.#begun, Buffer.from(this.#waiting)]);
  }

  #next(): void {
    [this.#begun, this.#waiting] = [this.#all(), ''];
    if (this.#begun.length === 0) {
      this.#state = 'idle';
      underWay.delete(this);
      return;
    }
    this.#state = 'writing';
    underWay.add(this);
    write(this.#fd, this.#begun, (error, written) => {
      if (error && !isClosed(error)) return this.#rest();
      this.#begun = this.#begun.subarray(error ? this.#begun.length : written);
      this.#next();
    });
  }

  /** Tries again a little later; the process need not stay for it. */
  #rest(): void {
    this.#state = 'resting';
    underWay.add(this);
    setTimeout(() => this.#next(), AGAIN_MS).unref();
  }
}

/** Writes bytes before it returns; gives those that could not be written. */
function restOf(fd: number, bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  let rest = bytes;
  for (let tries = 0; rest.length > 0 && tries < TRIES; tries += 1) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
      tries = 0;
    } catch (error) {
      if (isClosed(error)) return Buffer.alloc(0);
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') break;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN_MS / 10);
    }
  }
  return rest;
}

/** Whether the descriptor was closed: another file may get its number, and must not get the lines. */
const isClosed = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EBADF';
