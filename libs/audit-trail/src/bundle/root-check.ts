import type { TreeHead } from '../checkpoint.ts';
import type { MerkleTree } from '../merkle-tree.ts';
import { sameBytes } from '../sha256.ts';
import type { Finding, OnFinding } from './finding.ts';

/** The size and the root of a log as a checkpoint states them, and where it stands. */
export interface SealedHead extends TreeHead {
  readonly file: string;
  readonly line: number;
}

/** What the checkpoints prove of a log. */
export interface Sealed {
  /** Events from the beginning that a checkpoint vouches for. */
  readonly proven: number;
  /** Events that come after all checkpoints. */
  readonly tail: number;
}

/**
 * Compares the roots that were sealed with those of the tree while it grows. Since all events pass, the consistency of
 * all checkpoints with each other follows.
 */
export class RootCheck {
  /** Smallest first. */
  readonly #heads: readonly SealedHead[];
  readonly #fits: boolean[] = [];
  readonly #log: string;
  #size = 0;

  /** `log` names the log in messages, such as `events.jsonl`. */
  constructor(log: string, heads: readonly SealedHead[]) {
    this.#log = log;
    this.#heads = heads.toSorted((a, b) => a.size - b.size);
  }

  /** To be called with the empty tree, and after each event. */
  grown(tree: MerkleTree): void {
    this.#size = tree.size;
    for (let head = this.#next(); head?.size === tree.size; head = this.#next()) {
      this.#fits.push(sameBytes(head.root, tree.root()));
    }
  }

  /** To be called at the end. What the checkpoints do not reach is told in the answer, and is no finding here. */
  judge(onFinding: OnFinding): Sealed {
    const reached = this.#heads.slice(0, this.#fits.length);
    const proven = reached.findLast((_, at) => this.#fits[at])?.size ?? 0;
    const differing = reached.filter((_, at) => !this.#fits[at]);
    for (const head of differing.filter(({ size }) => size <= proven)) {
      onFinding(this.#contradicted(head, proven));
    }
    for (const [head, more] of firsts(differing.filter(({ size }) => size > proven))) {
      onFinding(this.#different(head, proven, more));
    }
    for (const [head, more] of firsts(this.#heads.slice(reached.length))) {
      onFinding(this.#beyond(head, more));
    }
    return { proven, tail: Math.max(0, this.#size - (this.#heads.at(-1)?.size ?? 0)) };
  }

  #next(): SealedHead | undefined {
    return this.#heads[this.#fits.length];
  }

  #contradicted({ size, file, line }: SealedHead, proven: number): Finding {
    const truth = `a checkpoint over ${proven} of them says otherwise, and the events are as that one says`;
    const message = `Its root over ${size} events of ${this.#log} is not theirs: ${truth}.`;
    return { code: 'consistency-broken', file, line, message };
  }

  #different({ size, file, line }: SealedHead, proven: number, more: number): Finding {
    const events = `Events ${proven + 1} to ${size} of ${this.#log} are not all those that were sealed`;
    return { code: 'tree-mismatch', file, line, message: `${events}: the root is another${alsoFor(more)}.` };
  }

  #beyond({ size, file, line }: SealedHead, more: number): Finding {
    const ends = `It seals ${size} events, and ${this.#log} ends after ${this.#size}`;
    const message = `${ends}: the end was taken away${alsoFor(more)}.`;
    return { code: 'checkpoint-beyond-log', file, line, message };
  }
}

const alsoFor = (more: number): string => (more === 0 ? '' : `; the same for ${more} larger checkpoints`);

/** The smallest head of each file, and how many come after it: one cause is told once. */
function firsts(heads: readonly SealedHead[]): [SealedHead, number][] {
  const files = new Map<string, [SealedHead, number]>();
  for (const head of heads) {
    const [first, more] = files.get(head.file) ?? [head, -1];
    files.set(head.file, [first, more + 1]);
  }
  return [...files.values()];
}
