import type { EventStore } from '#event-store';
import type { Instant } from '#kernel';
import type { Growth } from './growth.ts';
import { type Disagreement, LogTail } from './log-tail.ts';
import type { SealsFile } from './seals-file.ts';
import type { Heads } from './signer.ts';
import type { LogName } from './tiles.ts';

/** Both logs of a ledger as the sealer reads them; one checkpoint seals both. */
export class BothTails {
  readonly ledger: LogTail;
  readonly access: LogTail;

  constructor(logs: Readonly<Record<LogName, EventStore>>, seals: SealsFile) {
    this.ledger = new LogTail('ledger', logs.ledger, seals);
    this.access = new LogTail('access', logs.access, seals);
  }

  get heads(): Heads {
    return { ledger: this.ledger.head, access: this.access.head };
  }

  get growth(): Readonly<Record<LogName, Growth>> {
    return { ledger: this.ledger.growth, access: this.access.growth };
  }

  get isUnsealed(): boolean {
    return this.ledger.size > this.ledger.sealed || this.access.size > this.access.sealed;
  }

  /** Seals were taken over, and their leaves are not read yet. */
  get isBehind(): boolean {
    return this.ledger.size < this.ledger.sealed || this.access.size < this.access.sealed;
  }

  /** When the oldest event was recorded that is not sealed. */
  get since(): Instant | undefined {
    const [ledger, access] = [this.ledger.since, this.access.since];
    return ledger !== undefined && access !== undefined && access < ledger ? access : (ledger ?? access);
  }

  async resume(): Promise<Disagreement | undefined> {
    return (await this.ledger.resume()) ?? (await this.access.resume());
  }

  markSealed(): void {
    this.ledger.markSealed();
    this.access.markSealed();
  }
}
