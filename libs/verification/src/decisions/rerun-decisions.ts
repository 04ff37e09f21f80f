import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Finding, OnFinding } from '../finding.ts';
import { type DecisionFault, rerunStream } from './rerun-stream.ts';
import type { World } from './world.ts';

/** What is wrong in a stream after so many findings follows from them, or is found when they are mended. */
const MOST_OF_A_STREAM = 10;

/** Streams after which others have a turn, such as who stops it. */
const BETWEEN = 16;

export interface RerunOptions {
  /** The file that the log is in, for findings. */
  readonly file: string;
  readonly onFinding: OnFinding;
  /** Called after each stream with its number from 1. */
  readonly onProgress?: ((streams: number) => void) | undefined;
}

/**
 * Takes every decision of a log again, stream by stream, so that no more than one stream and what governs it is in
 * memory: from what was asked and what was seen, the deciders must give the very events that are stored.
 */
export async function rerunDecisions(
  world: World,
  { file, onFinding, onProgress }: RerunOptions,
): Promise<void> {
  let streams = 0;
  for (const stream of world.streams.names()) {
    let faults = 0;
    for (const found of rerunStream(stream, world)) {
      faults += 1;
      onFinding(findingOf(found, file, faults === MOST_OF_A_STREAM));
      if (faults === MOST_OF_A_STREAM) break;
    }
    streams += 1;
    onProgress?.(streams);
    if (streams % BETWEEN === 0) await nextTurn();
  }
}

function findingOf({ code, event, fault }: DecisionFault, file: string, isLast: boolean): Finding {
  const { stream, type } = event;
  const revision = String(event.revision);
  const more = isLast ? ' The rest of the stream is not told.' : '';
  return {
    code,
    file,
    line: Number(event.position),
    stream,
    revision,
    message: `${type}, event ${revision} of ${stream}: ${fault}.${more}`,
  };
}
