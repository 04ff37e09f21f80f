import type { RecordedCommand, RecordedEvent } from '../event-store.ts';
import { mustNotBeACopy } from '../remote/copy/must-not-be-a-copy.ts';
import { LogRestoration } from '../sqlite/restore-log.ts';
import type { LogName } from './open-event-store.ts';
import type { StoreHome } from './store-home.ts';

/** Writes a log that was recorded elsewhere, event by event as it was recorded: the same bytes, order and times. */
export interface Restoration {
  /** How many events are there already. */
  readonly size: number;
  /** The last of them. */
  readonly last: RecordedEvent | undefined;
  /** Adds the next event at the end, and the commands whose last event it is. May return before it is durable. */
  add(event: RecordedEvent, commands?: readonly RecordedCommand[]): Promise<void>;
  /** Makes everything durable, and lets go. */
  finish(): Promise<void>;
  /** Lets go; what was made durable stays, so that it can be gone on with. */
  discard(): Promise<void>;
}

export interface OpenRestorationOptions {
  readonly log: LogName;
  /** The SQLite file: the log itself when it lives here, else the copy that this process keeps of it. */
  readonly file: string;
  readonly clock?: () => number;
}

/**
 * Opens a log to copy another one into it, after what is there already. Nobody else may write to it meanwhile; nothing
 * is decided or checked here.
 */
export async function openRestoration(
  home: StoreHome,
  options: OpenRestorationOptions,
): Promise<Restoration> {
  if (home.kind === 'sqlite') {
    mustNotBeACopy(options.file);
    return new LocalRestoration(LogRestoration.onto(options.file));
  }
  const { openRemoteRestoration } = await import('../remote/open-remote-event-store.ts');
  return openRemoteRestoration({ ...options, home });
}

class LocalRestoration implements Restoration {
  readonly size: number;
  readonly last: RecordedEvent | undefined;
  readonly #log: LogRestoration;

  constructor(log: LogRestoration) {
    this.#log = log;
    this.size = log.size;
    this.last = log.last;
  }

  async add(event: RecordedEvent, commands: readonly RecordedCommand[] = []): Promise<void> {
    this.#log.add(event, commands);
  }

  async finish(): Promise<void> {
    this.#log.finish();
  }

  async discard(): Promise<void> {
    this.#log.release();
  }
}
