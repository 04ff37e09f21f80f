import { createHash } from 'node:crypto';
import type { LogName } from '../../home/open-event-store.ts';
import type { RemoteHome } from '../../home/store-home.ts';
import { InvalidAppend } from '../../errors.ts';

/** Streams in which it is decided whether an append stands. */
const DECISIONS = /^(?:command|attempt)-/;

/** Names on the server: every stream of a log stands under the name of the log. */
export class StreamNames {
  readonly prefix: string;

  constructor(home: RemoteHome, log: LogName) {
    this.prefix = `${home.log}${log === 'access' ? '.access' : ''}/`;
  }

  /** The prefixes of all that concerns this log: its streams, and the metadata streams over them. */
  get followed(): readonly string[] {
    return [this.prefix, `$$${this.prefix}`];
  }

  onServer(stream: string): string {
    if (DECISIONS.test(stream)) throw new InvalidAppend(`${stream} has a name that the store uses itself`);
    return this.prefix + stream;
  }

  /** The stream that says once and for all whether a command was recorded. */
  ofCommand(key: string): string {
    return `${this.prefix}command-${createHash('sha256').update(key).digest('hex')}`;
  }

  /** The stream that decides an append without a command. */
  ofAttempt(attempt: string): string {
    return `${this.prefix}attempt-${attempt}`;
  }

  /** The name within the log. */
  within(stream: string): string {
    return stream.slice(this.prefix.length);
  }

  decides(stream: string): boolean {
    return DECISIONS.test(this.within(stream));
  }
}
