import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type VerificationCause, type VerificationRun, VerificationRuns } from '#verification';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { VERSION } from '../version.ts';
import { type ChildResult, verifyInChild } from './verify-in-child.ts';

/** A timer of more fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const HOUR_MS = 3_600_000;

/** A service that has just begun has other things to do. */
const AFTER_START_MS = 15_000;

/** How far the verification that is under way has come. */
export interface Underway {
  readonly startedAt: string;
  readonly what: string | null;
  readonly done: number;
}

/** How the service verifies its own folder: in a process of its own, one at a time, keeping what it came to. */
@Injectable()
export class Verifications implements OnApplicationShutdown {
  readonly #stop = new AbortController();
  #runs: VerificationRuns | undefined;
  #running: Promise<VerificationRun> | undefined;
  #underway: Underway | null = null;
  #everyHours = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly ledger: EmbeddedLedger) {}

  get runs(): VerificationRuns {
    return (this.#runs ??= VerificationRuns.open(this.ledger.folder.verificationsFile));
  }

  get underway(): Underway | null {
    return this.#underway;
  }

  /** Hours between two verifications by itself; 0 when it does none. */
  get everyHours(): number {
    return this.#everyHours;
  }

  /** Verifies soon after the start, unless that was done lately, and from then on every so many hours. */
  every(hours: number): void {
    this.#everyHours = hours;
    if (hours === 0) return;
    const age =
      Date.parse(this.ledger.clock()) - Date.parse(this.runs.latest?.endedAt ?? '1970-01-01T00:00:00Z');
    // A clock that was put back since does not put the next one off.
    this.#next(Math.max(AFTER_START_MS, hours * HOUR_MS - Math.max(age, 0)), 'start');
  }

  /** Begins a verification; the one that is under way where there is one. */
  begin(cause: VerificationCause, by: string | null): Promise<VerificationRun> {
    return (this.#running ??= this.#run(cause, by).finally(() => {
      this.#running = undefined;
      this.#underway = null;
    }));
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stop.abort();
    await this.#running?.catch(() => undefined);
  }

  #next(milliseconds: number, cause: VerificationCause): void {
    this.#timer = setTimeout(
      () => {
        void this.begin(cause, null)
          .catch(() => undefined)
          .then(() => this.#next(this.#everyHours * HOUR_MS, 'schedule'));
      },
      Math.min(milliseconds, LONGEST_TIMER_MS),
    );
    this.#timer.unref();
  }

  async #run(cause: VerificationCause, by: string | null): Promise<VerificationRun> {
    const startedAt = this.ledger.clock();
    this.#underway = { startedAt, what: null, done: 0 };
    const result = await verifyInChild({
      folder: this.ledger.folder.dir,
      keysFolder: this.ledger.seals.keysFolder,
      auditRulesFile: this.ledger.auditRulesFile,
      signal: this.#stop.signal,
      onProgress: ({ what, done }) => {
        this.#underway = { startedAt, what, done };
      },
    });
    return this.runs.add({ startedAt, endedAt: this.ledger.clock(), cause, by, ...outcomeOf(result) });
  }
}

const NOTHING = {
  events: 0,
  accessEvents: 0,
  position: '0',
  root: '',
  proven: 0,
  accessProven: 0,
  checkpoints: 0,
} as const;

type Outcome = Omit<VerificationRun, 'number' | 'startedAt' | 'endedAt' | 'cause' | 'by'>;

function outcomeOf({ summary, findings, findingCount, notices, failure }: ChildResult): Outcome {
  const { findings: _count, ...read } = summary ?? { ...NOTHING, findings: 0 };
  const outcome = !summary ? 'failed' : findingCount > 0 ? 'findings' : 'sound';
  const told = { findingCount, findings: [...findings], notices: [...notices], failure };
  return { ...read, outcome, ...told, verifier: `obligo/${VERSION}` };
}
