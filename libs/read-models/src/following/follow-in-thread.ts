import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '#kernel/folding';
import { LogReader, type PageEvent } from '../log-reader.ts';
import { ProjectionsFile } from '../projections-file.ts';
import type { FollowingStart, Order, ThreadLog, Told, ToldPage } from './following-task.ts';

/** Takes the log to the read models whenever it is told to; `open` gets the data that the thread was begun with. */
export async function followInThread(open: (data: unknown) => Promise<ThreadLog>): Promise<void> {
  if (!parentPort) throw new Error('following the log needs a thread of its own');
  const port: MessagePort = parentPort;
  const tell = (what: Told): void => port.postMessage(what);
  const { data, ...start } = workerData as FollowingStart;
  const log = await open(data);
  const follower = new Follower(log, start);
  port.on('message', (order: Order) => {
    if (order === 'catch-up') void follower.catchUp().then(tell);
    else {
      follower.letGo();
      if (order === 'let-go') tell({ kind: 'let-go' });
      else void log.store.close().then(() => port.close());
    }
  });
  tell({ kind: 'ready' });
}

class Follower {
  readonly #log: ThreadLog;
  readonly #reader: LogReader;
  readonly #start: Omit<FollowingStart, 'data'>;
  #file: ProjectionsFile | undefined;

  constructor(log: ThreadLog, start: Omit<FollowingStart, 'data'>) {
    this.#log = log;
    this.#reader = new LogReader(log);
    this.#start = start;
  }

  async catchUp(): Promise<Told> {
    const { path, tellsPages } = this.#start;
    const pages: ToldPage[] = [];
    const onPage = (page: readonly PageEvent[], startedAt: number, endedAt: number): void => {
      pages.push({ events: page.map(toldOf), startedAt, endedAt });
    };
    try {
      this.#file ??= ProjectionsFile.join(path, this.#log.projections);
      await this.#reader.read(this.#file, tellsPages ? { onPage } : {});
      return { kind: 'caught-up', to: this.#file.checkpoint, pages };
    } catch (error) {
      return { kind: 'failed', detail: messageOf(error), pages };
    }
  }

  letGo(): void {
    this.#file?.close();
    this.#file = undefined;
  }
}

/** As much of an event as is heard of it. */
const toldOf = ({ position, recordedAt, metadata }: PageEvent): PageEvent => ({
  position,
  recordedAt,
  metadata: { correlationId: metadata.correlationId, commandId: metadata.commandId },
});
