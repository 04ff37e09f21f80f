import { type Finding, LogCheck, RootCheck, type SealedHead } from '#audit-trail';
import type { Position } from '#event-store';
import { CommandsDigest } from './entry-digest.ts';
import type { LogEntry } from './log-entries.ts';

/** What a log comes to: two logs with the same are the same. */
export interface LogSummary {
  readonly events: number;
  /** Answers kept under idempotency keys. */
  readonly commands: number;
  readonly streams: number;
  /** Root of the Merkle tree over the events, base64. */
  readonly root: string;
  /** SHA-256 over all answers, hex. */
  readonly commandsDigest: string;
  /** Events from the beginning that a checkpoint vouches for. */
  readonly proven: number;
}

/** One page of damage shows in many places. */
const MOST_FINDINGS = 10;

/**
 * Takes the entries of one log in order and checks what can be checked without asking its store: form, canonical bytes,
 * links, revisions, identities, times, positions without a gap, and the roots that were sealed.
 */
export class LogInspection {
  readonly findings: Pick<Finding, 'code' | 'message'>[] = [];
  /** Position of the last entry that was taken. */
  last: Position | undefined;
  readonly #check: LogCheck;
  readonly #roots: RootCheck;
  readonly #commands = new CommandsDigest();
  readonly #streams = new Set<string>();

  /** `log` names the log in messages; `heads` is what was sealed of it. */
  constructor(log: string, heads: readonly SealedHead[]) {
    this.#check = new LogCheck(log, (finding) => this.#add(finding));
    this.#roots = new RootCheck(log, heads);
    this.#roots.grown(this.#check.tree);
  }

  /** Events so far. */
  get size(): number {
    return this.#check.tree.size;
  }

  take({ event, commands }: LogEntry): void {
    this.#check.takeEvent({
      ...event,
      revision: Number(event.revision),
      effectiveOn: event.metadata.effectiveOn,
    });
    this.#roots.grown(this.#check.tree);
    this.#commands.take(commands);
    this.#streams.add(event.stream);
    this.last = event.position;
    if (event.position === String(this.size)) return;
    const message = `Event ${this.size} of the log is at position ${event.position}: positions have no gaps.`;
    this.#add({ code: 'event-malformed', message });
  }

  /** To be called once, when no more entries come, also when reading them failed. */
  finish(): void {
    this.#check.finish();
  }

  /** What the log comes to, at its end. */
  summary(): LogSummary {
    const { proven } = this.#roots.judge((finding) => this.#add(finding));
    return {
      events: this.size,
      commands: this.#commands.count,
      streams: this.#streams.size,
      root: Buffer.from(this.#check.tree.root()).toString('base64'),
      commandsDigest: this.#commands.digest(),
      proven,
    };
  }

  #add({ code, message }: Pick<Finding, 'code' | 'message'>): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push({ code, message });
  }
}
