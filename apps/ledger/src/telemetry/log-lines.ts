import { write, writeSync } from 'node:fs';

/** Characters that wait at most; of what comes beyond them lines are lost. */
const MOST_WAITING = 16 * 1024 * 1024;
const AGAIN_MS = 100;
/** How often a pipe that is full for a moment is tried before whoever waits goes on. */
const TRIES = 20;
const NOTHING = Buffer.alloc(0);

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
  #begun = NOTHING;
  /** What a full pipe left behind of a flush meanwhile, which may begin within a letter. */
  #left = NOTHING;
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
      this.#left = restOf(this.#fd, Buffer.concat([this.#left, Buffer.from(this.#waiting)]));
      this.#waiting = '';
      return;
    }
    this.#begun = restOf(this.#fd, this.#takeAll());
    if (this.#state === 'idle' && this.#begun.length > 0) this.#rest();
  }

  #take(line: string): void {
    const waiting = this.#waiting.length + this.#left.length + this.#begun.length;
    if (waiting + line.length <= MOST_WAITING) this.#waiting += line;
  }

  #takeAll(): Buffer<ArrayBuffer> {
    const waiting = Buffer.from(this.#waiting);
    const before = this.#begun.length + this.#left.length;
    const all = before === 0 ? waiting : Buffer.concat([this.#begun, this.#left, waiting]);
    [this.#begun, this.#left, this.#waiting] = [NOTHING, NOTHING, ''];
    return all;
  }

  #next(): void {
    this.#begun = this.#takeAll();
    if (this.#begun.length === 0) {
      this.#state = 'idle';
      underWay.delete(this);
      return;
    }
    this.#state = 'writing';
    underWay.add(this);
    write(this.#fd, this.#begun, (error, written) => {
      if (error && !isClosed(error)) {
        // Nothing of it was written, so that what a flush began to write goes on first.
        [this.#begun, this.#left] = [Buffer.concat([this.#left, this.#begun]), NOTHING];
        return this.#rest();
      }
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
