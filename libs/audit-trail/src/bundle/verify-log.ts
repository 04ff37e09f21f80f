import type { RecordedEvent } from '#event-store';
import type { MerkleTree } from '../merkle-tree.ts';
import type { BundleFolder } from './bundle-folder.ts';
import type { OnFinding } from './finding.ts';
import { LogCheck } from './log-check.ts';
import { readLines } from './read-lines.ts';
import { RootCheck, type Sealed, type SealedHead } from './root-check.ts';
import type { StreamEnds } from './stream-ends.ts';

/** Where an event stands in its file: its line from 1, and the bytes of that. */
export interface LinePlace {
  readonly line: number;
  readonly start: number;
  readonly length: number;
}

/** Called with each event whose form is in order. What it returns is waited for. */
export type OnEvent = (event: RecordedEvent, place: LinePlace) => void | Promise<void>;

export interface BundleProgress {
  /** The file being read. */
  readonly file: string;
  /** Lines of it so far. */
  readonly lines: number;
  /** Bytes of it so far. */
  readonly bytes: number;
}

export interface LogListeners {
  /** Where the ends of streams are kept; in memory when absent. */
  readonly ends?: StreamEnds | undefined;
  readonly onFinding: OnFinding;
  readonly onEvent?: OnEvent | undefined;
  readonly onProgress?: ((progress: BundleProgress) => void) | undefined;
}

/** Checks one log of a bundle against the roots that were sealed of it. */
export async function verifyLog(
  folder: BundleFolder,
  name: string,
  heads: readonly SealedHead[],
  { ends, onFinding, onEvent, onProgress }: LogListeners,
): Promise<Sealed & { readonly tree: MerkleTree }> {
  const log = new LogCheck(name, onFinding, { ends });
  const roots = new RootCheck(name, heads);
  roots.grown(log.tree);
  const read = async (file: string, onChunk: (chunk: Uint8Array) => void): Promise<void> => {
    let bytes = 0;
    const counted = (chunk: Uint8Array): void => {
      bytes += chunk.length;
      onChunk(chunk);
    };
    for await (const lines of readLines(file, counted)) {
      for (const line of lines) {
        const event = log.takeLine(line);
        roots.grown(log.tree);
        if (!event || !onEvent) continue;
        const { start, bytes } = line;
        const done = onEvent(event, { line: log.tree.size, start, length: bytes.length });
        if (done) await done;
      }
      onProgress?.({ file: name, lines: log.tree.size, bytes });
    }
  };
  try {
    await folder.reading(name, read);
  } finally {
    log.finish();
  }
  const sealed = roots.judge(onFinding);
  if (sealed.tail > 0) unsealed(name, log.tree.size, sealed.tail, onFinding);
  return { ...sealed, tree: log.tree };
}

function unsealed(file: string, size: number, tail: number, onFinding: OnFinding): void {
  const message = `The last ${tail} of ${size} events of ${file} are under no checkpoint: nothing vouches for them.`;
  onFinding({ code: 'tree-mismatch', file, line: size - tail + 1, message });
}
