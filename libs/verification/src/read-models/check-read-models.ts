import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '#event-store';
import type { Projection } from '#read-models';
import { ledgerBook } from '../books.ts';
import { FILES } from '../folder/file-names.ts';
import type { Telling } from '../telling.ts';
import { compareTotals } from '../totals/compare-totals.ts';
import { TotalsReplay } from '../totals/replay-totals.ts';
import { reportedTotals } from '../totals/reported-totals.ts';
import { foundReadModels } from './found-read-models.ts';
import { type Comparable, type ReadModelsOptions, verifyReadModels } from './verify-read-models.ts';

/** Holds the read models of a folder against its events: the totals as they pass, every row at the end. */
export class ReadModelsCheck {
  readonly #database: DatabaseSync;
  readonly #comparable: Comparable;
  readonly #telling: Telling;
  readonly #totals = new TotalsReplay(ledgerBook.catalogue);

  private constructor(database: DatabaseSync, comparable: Comparable, telling: Telling) {
    this.#database = database;
    this.#comparable = comparable;
    this.#telling = telling;
  }

  /**
   * Nothing when there is nothing to compare: what is outdated is made anew when the ledger opens. A service that has the
   * file open made it, so that there nothing is outdated.
   */
  static of(
    database: DatabaseSync,
    { projections, isServed }: { readonly projections: readonly Projection[]; readonly isServed: boolean },
    telling: Telling,
  ): ReadModelsCheck | undefined {
    const found = foundReadModels(database, projections);
    if (typeof found === 'string') {
      const message = `The read models cannot be relied on: ${found}.`;
      telling.onFinding({ code: 'read-model-differs', file: FILES.projections, message });
      return undefined;
    }
    const { upTo, same, outdated } = found;
    if (outdated.length > 0) {
      const names = outdated.join(', ');
      if (isServed) {
        const message = `The read models say that they are not those of the service that made them: ${names}.`;
        telling.onFinding({ code: 'read-model-differs', file: FILES.projections, message });
      }
      telling.onNotice(
        `read models of another version or other settings are not compared, and are made anew when the ledger opens: ${names}`,
      );
    }
    // The others read the calendar there.
    const comparable = same.some(({ name }) => name === 'organisations');
    if (!comparable) return undefined;
    return new ReadModelsCheck(
      database,
      { projections: same, isWhole: outdated.length === 0, upTo },
      telling,
    );
  }

  /** Takes the next event of the log. */
  take(event: RecordedEvent): void {
    if (BigInt(event.position) <= this.#comparable.upTo) this.#totals.take(event);
  }

  /** `events` gives the log once more. */
  async finish(events: ReadModelsOptions['events']): Promise<void> {
    const { onFinding, onProgress } = this.#telling;
    this.#compareTotals();
    await verifyReadModels({
      database: this.#database,
      ...this.#comparable,
      events,
      onFinding,
      onProgress,
    });
  }

  #compareTotals(): void {
    const { projections, upTo } = this.#comparable;
    if (!projections.some(({ name }) => name === 'plan-versus-actual')) return;
    const reported = reportedTotals(this.#database, upTo);
    const differences = compareTotals(reported, this.#totals.rows(), { file: FILES.projections });
    for (const finding of differences) this.#telling.onFinding(finding);
  }
}
