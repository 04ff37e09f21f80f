import type { GrowingAppend } from '../../event-store.ts';
import { BesideWriter } from './beside-writer.ts';
import { LongAppend, type LongAppendHome } from './long-append.ts';

type LongAppendsOptions = Pick<
  LongAppendHome,
  'limits' | 'mustBeOpen' | 'head' | 'clock' | 'observer' | 'onCommit' | 'lookAgain' | 'submit'
> & {
  readonly file: string;
  /** Whether nobody waits to write in the ordinary way. */
  readonly isIdle: () => boolean;
};

/** The long appends of a store: one at a time is written beside, as long as nobody else wants to write. */
export class LongAppends {
  readonly #writer: BesideWriter;
  readonly #home: LongAppendHome;
  #current: LongAppend | undefined;
  #closing = false;

  constructor({ file, isIdle, ...options }: LongAppendsOptions) {
    this.#writer = new BesideWriter(file);
    this.#home = {
      ...options,
      begin: (append) => {
        if (this.#current || this.#closing || !isIdle()) return undefined;
        this.#current = append;
        return this.#writer.begin();
      },
      end: () => (this.#current = undefined),
    };
  }

  begin(): GrowingAppend {
    return new LongAppend(this.#home);
  }

  /** Asks for the file, and waits until it is free; nothing when it is free already. */
  released(): Promise<unknown> | undefined {
    return this.#current?.release();
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.released();
    await this.#writer.close();
  }
}
