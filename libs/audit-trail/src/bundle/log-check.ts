import type { RecordedEvent } from '#event-store';
import { eventDigest } from '../event-digest.ts';
import { type LeafEvent, leafHash } from '../leaf-hash.ts';
import { MerkleTree } from '../merkle-tree.ts';
import { HASH_BYTES } from '../sha256.ts';
import { readEventLine } from './event-line.ts';
import { type EventReading, type Fault, type FoundEvent, readEvent } from './event-reading.ts';
import type { OnFinding } from './finding.ts';
import type { Line } from './read-lines.ts';
import { RepeatedIdentities } from './repeated-identities.ts';
import { type StreamEnd, type StreamEnds, StreamEndsInMemory } from './stream-ends.ts';

/** Stands where no leaf can be computed, so that the leaves after it keep their places. */
const NO_LEAF = Buffer.alloc(HASH_BYTES);

export interface LogCheckOptions {
  /** Something else vouches that no identity stands twice, such as the index of a database that was checked. */
  readonly identitiesDiffer?: boolean | undefined;
  /** Where the ends of streams are kept; in memory when absent. */
  readonly ends?: StreamEnds | undefined;
}

/**
 * Checks the events of one log as they come: form, links, revisions, identities and times; and grows the tree over them.
 * It remembers the end of every stream and the peaks of the tree, not the events; identities wait on the disk.
 */
export class LogCheck {
  readonly tree = new MerkleTree();
  readonly #file: string;
  readonly #onFinding: OnFinding;
  readonly #ends: StreamEnds;
  #streams = 0;
  readonly #identities: RepeatedIdentities | undefined;
  #recordedAt = '';
  #bookedAt = '';

  /** Findings name the file; the line is the place in the log, from 1. */
  constructor(file: string, onFinding: OnFinding, options: LogCheckOptions = {}) {
    const { identitiesDiffer = false, ends = new StreamEndsInMemory() } = options;
    this.#file = file;
    this.#onFinding = onFinding;
    this.#ends = ends;
    this.#identities = identitiesDiffer ? undefined : new RepeatedIdentities();
  }

  /** Takes the next line of a bundle; gives the event when nothing is wrong with its form. */
  takeLine(line: Line): RecordedEvent | undefined {
    if (line.fault === 'too-long') {
      return this.#take({ faults: [['event-malformed', 'it is longer than a line can be']] });
    }
    const reading = readEventLine(line.bytes, this.tree.size + 1);
    if (!line.fault) return this.#take(reading);
    return this.#take({
      ...reading,
      faults: [['event-malformed', 'its last newline is missing'], ...reading.faults],
    });
  }

  /** Takes the next event of a store, as it was found there. */
  takeEvent(found: FoundEvent): RecordedEvent | undefined {
    return this.#take(readEvent(found, this.tree.size + 1));
  }

  /**
   * To be called once, when no more events come, also when reading them failed: tells of identities that stand twice, and
   * lets go of temporary files.
   */
  finish(): void {
    try {
      for (const { id, line, stream, revision } of this.#identities?.found() ?? []) {
        const place = { stream: this.#ends.nameOf(stream) ?? '', revision: BigInt(revision) };
        this.#report(['duplicate-event', `the id ${id} stands before`], line, place);
      }
    } finally {
      this.#identities?.close();
      this.#ends.close();
    }
  }

  #take({ faults, leaf, link, event }: EventReading): RecordedEvent | undefined {
    const line = this.tree.size + 1;
    const before = leaf && this.#ends.get(leaf.stream);
    const all = leaf ? [...faults, ...this.#faultsOfPlace(leaf, link, before)] : faults;
    for (const fault of all) this.#report(fault, line, leaf);
    if (leaf) this.#remember(leaf, line, before);
    this.tree.append(leaf ? leafHash(leaf) : NO_LEAF);
    return event;
  }

  #faultsOfPlace(leaf: LeafEvent, link: EventReading['link'], before: StreamEnd | undefined): Fault[] {
    const faults: Fault[] = [];
    const expected = before ? before.revision + 1n : 0n;
    if (leaf.revision !== expected) faults.push(['revision-gap', `revision ${expected} was expected`]);
    const broken = link && linkFault(link.previous, before);
    if (broken) faults.push(['link-broken', broken]);
    if (leaf.recordedAt < this.#recordedAt) {
      faults.push(['recorded-at-goes-back', `${leaf.recordedAt} comes after ${this.#recordedAt}`]);
    }
    if (leaf.bookedAt < this.#bookedAt) {
      faults.push(['booked-at-goes-back', `${leaf.bookedAt} comes after ${this.#bookedAt}`]);
    }
    return faults;
  }

  #remember(leaf: LeafEvent, line: number, before: StreamEnd | undefined): void {
    const { stream, revision } = leaf;
    const number = before?.number ?? this.#streams;
    if (!before) this.#streams += 1;
    this.#ends.set(stream, { number, revision, digest: eventDigest(leaf) });
    this.#identities?.add(leaf.id, { line, stream: number, revision: Number(revision) });
    this.#recordedAt = leaf.recordedAt;
    this.#bookedAt = leaf.bookedAt;
  }

  #report(
    [code, fault]: Fault,
    line: number,
    event: Pick<LeafEvent, 'stream' | 'revision'> | undefined,
  ): void {
    const file = this.#file;
    if (!event) {
      this.#onFinding({ code, file, line, message: `Line ${line} of ${file} is no event: ${fault}.` });
      return;
    }
    const { stream } = event;
    const revision = String(event.revision);
    const message = `Event ${revision} of ${stream}, line ${line} of ${file}: ${fault}.`;
    this.#onFinding({ code, file, line, stream, revision, message });
  }
}

/** The first event of a stream has no link; every other has the digest of the one before. */
function linkFault(previous: unknown, before: StreamEnd | undefined): string | undefined {
  if (previous === before?.digest) return undefined;
  if (before === undefined) return 'it follows an event that is not there';
  if (previous === undefined) return 'it does not name the digest of the event before it in its stream';
  return 'it does not follow from the event before it in its stream: that event was changed, or this one';
}
