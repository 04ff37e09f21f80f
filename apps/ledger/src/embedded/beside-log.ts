import type { DatabaseHome } from '#database';
import { Desk } from '#desk';
import type { DataFolder } from '#event-store';
import { Identities, type PasswordCost } from '#identities';
import type { Instant } from '#kernel';
import { Readings } from '#readings';
import { readKey } from '../access/key-file.ts';
import { PublishedDatabase } from '../publishing/published-database.ts';
import type { PublishedFiles } from '../publishing/published-files.ts';
import { PublishedFolder } from '../publishing/published-folder.ts';

export interface BesideLogOptions {
  /** Connection string of the PostgreSQL that several processes share; files of the data folder when absent. */
  readonly postgres?: string | undefined;
  /** Where the key is kept that seals secrets at rest; in the folder when absent. */
  readonly keyFile?: string | undefined;
  /** How long a session lasts. */
  readonly session?: { readonly idleMinutes: number; readonly hours: number };
  /** Days for which it is kept who looked at what, and what was refused. */
  readonly readingsDays?: number;
  /** What a password costs to try; the default of the library when absent. */
  readonly passwordCost?: PasswordCost;
}

/** Two years, as long as an audit usually looks back, unless a setting says otherwise. */
const READINGS_DAYS = 730;

/**
 * What is kept beside the log and changed in place: accounts, the desk, the reading log, the files of published reports. In the
 * data folder for one process, in PostgreSQL for several.
 */
export class BesideLog {
  /** Who looked at what. */
  readonly readings: Readings;
  /** Drafts, preferences, last visits; and what was refused. */
  readonly desk: Desk;
  readonly published: PublishedFiles;
  readonly #folder: DataFolder;
  readonly #clock: () => Instant;
  readonly #options: BesideLogOptions;
  #identities: Identities | undefined;

  private constructor(
    { readings, desk, published }: Pick<BesideLog, 'readings' | 'desk' | 'published'>,
    { folder, clock, options }: Where,
  ) {
    this.readings = readings;
    this.desk = desk;
    this.published = published;
    this.#folder = folder;
    this.#clock = clock;
    this.#options = options;
  }

  /** Opens everything but the accounts. Throws the refusals of the desk and of the reading log. */
  static async open(folder: DataFolder, clock: () => Instant, options: BesideLogOptions): Promise<BesideLog> {
    const { postgres, readingsDays: days = READINGS_DAYS } = options;
    const readings = await Readings.open({ home: homeOf(postgres, folder.readingsFile), days, clock });
    try {
      const desk = await Desk.open({ home: homeOf(postgres, folder.deskFile), days, clock });
      const published =
        postgres === undefined ? new PublishedFolder(folder.dir) : new PublishedDatabase(postgres);
      return new BesideLog({ readings, desk, published }, { folder, clock, options });
    } catch (error) {
      await readings.close();
      throw error;
    }
  }

  /**
   * Seals secrets at rest. One of a folder is made with the first account; one that several processes share is never made by
   * one of them.
   */
  get key(): Buffer {
    const { postgres, keyFile: file = this.#folder.keyFile } = this.#options;
    return readKey(postgres === undefined ? { file, seals: this.#folder.identitiesFile } : { file });
  }

  /** Accounts of people, their tokens and sessions; opened when somebody first needs them. */
  get identities(): Identities {
    const { postgres, session, passwordCost } = this.#options;
    return (this.#identities ??= Identities.at({
      // The key first: a file of accounts without its key is not begun.
      key: this.key,
      home: homeOf(postgres, this.#folder.identitiesFile),
      clock: this.#clock,
      ...(passwordCost === undefined ? {} : { passwordCost }),
      ...(session === undefined ? {} : { idleMinutes: session.idleMinutes, absoluteHours: session.hours }),
    }));
  }

  async close(): Promise<void> {
    await this.#identities?.close();
    await this.readings.close();
    await this.desk.close();
    await this.published.close();
  }
}

interface Where {
  readonly folder: DataFolder;
  readonly clock: () => Instant;
  readonly options: BesideLogOptions;
}

const homeOf = (postgres: string | undefined, file: string): DatabaseHome =>
  postgres === undefined ? { file } : { postgres };
