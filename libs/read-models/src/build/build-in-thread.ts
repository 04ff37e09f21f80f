import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { messageOf, UnreadableEvent } from '#kernel/folding';
import { LogFold } from '../log-fold.ts';
import { ProjectionStopped } from '../projection-stopped.ts';
import { ProjectionsBuild } from '../projections-build.ts';
import type { FromThread, ScannedLog, ThreadStart, ToBase } from './build-task.ts';

/** Events between two words about how far it has come. */
const BETWEEN = 2_000;

/** Does the share of this thread in a build; `open` gets the data that the build was begun with. */
export async function buildInThread(open: (data: unknown) => Promise<ScannedLog>): Promise<void> {
  if (!parentPort) throw new Error('a share of a build needs a thread of its own');
  const { task, data } = workerData as ThreadStart;
  const log = await open(data);
  try {
    await doShare(task, log, parentPort);
  } finally {
    log.scan.close();
    parentPort.close();
  }
}

async function doShare(
  { path, folded, isBase, upTo }: ThreadStart['task'],
  { scan, catalogue, projections }: ScannedLog,
  port: MessagePort,
): Promise<void> {
  const tell = (what: FromThread): void => port.postMessage(what);
  const own = projections.filter(({ name }) => folded.includes(name));
  const build = new ProjectionsBuild(path, isBase ? projections : own, own);
  try {
    const fold = new LogFold(catalogue);
    let [events, told] = [0, 0];
    for (const page of scan.pages(BigInt(upTo))) {
      fold.stage(build, build.resume(), page).commit();
      events += page.length;
      if (events - told < BETWEEN) continue;
      told = events;
      tell({ kind: 'read', events });
    }
    await build.complete();
    tell({ kind: 'complete' });
    if (isBase) {
      const [{ paths }] = (await once(port, 'message')) as [ToBase];
      for (const each of paths) build.take(each);
      await build.seal();
      tell({ kind: 'sealed' });
    }
  } catch (error) {
    if (!(error instanceof ProjectionStopped)) throw error;
    tell(stopOf(error));
  } finally {
    build.close();
  }
}

function stopOf({ event, readModel, cause }: ProjectionStopped): FromThread {
  const detail = messageOf(cause);
  return { kind: 'stopped', at: event, readModel, detail, isUnreadable: cause instanceof UnreadableEvent };
}
