import { type Database, type DatabaseHome, deferred } from '#database';
import type { Instant } from '#kernel';
import { Attempts } from './attempts.ts';
import { Box } from './box.ts';
import { type CountedDatabase, counted } from './changes.ts';
import { Happenings } from './happenings.ts';
import { Links } from './links.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { openAccounts } from './open-accounts.ts';
import { PasswordCheck } from './password-check.ts';
import { type PasswordCost, Passwords } from './passwords.ts';
import { People } from './people.ts';
import { SecondFactors } from './second-factors.ts';
import { DEFAULT_LIMITS, Sessions } from './sessions.ts';
import { SetUp } from './set-up.ts';
import { Tokens } from './tokens.ts';

export interface IdentitiesOptions {
  /** A file, made when missing; or PostgreSQL, where several processes share the accounts. */
  readonly home: DatabaseHome;
  /** 32 bytes that seal the secrets of second factors, and mark what is only to be recognised. */
  readonly key: Buffer;
  readonly clock: () => Instant;
  readonly passwordCost?: PasswordCost;
  readonly idleMinutes?: number;
  readonly absoluteHours?: number;
}

/** Who people and services are, and how they prove it. Mutable, in tables of its own: nothing of it stands in events but names. */
export class Identities {
  readonly people: People;
  readonly setUp: SetUp;
  readonly secondFactors: SecondFactors;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly happenings: Happenings;
  readonly #database: Database;

  private constructor(database: CountedDatabase, box: Box, options: IdentitiesOptions) {
    const { clock, passwordCost } = options;
    const { idleMinutes = DEFAULT_LIMITS.idleMinutes, absoluteHours = DEFAULT_LIMITS.absoluteHours } =
      options;
    this.#database = database;
    this.happenings = new Happenings(database, clock);
    this.sessions = new Sessions(database, clock, { idleMinutes, absoluteHours });
    this.tokens = new Tokens(database, clock, this.happenings);
    const { happenings } = this;
    const attempts = new Attempts(database, clock, box);
    const codes = new OneTimeCodes(database, clock);
    const passwords = new Passwords(passwordCost);
    const signOutEverywhere = async (name: string, by: string): Promise<void> => {
      await this.sessions.endAll(name);
      await this.tokens.revokeAll(name, by);
    };
    this.people = new People({
      database,
      clock,
      passwords,
      passwordCheck: new PasswordCheck({ database, passwords, attempts, happenings }),
      codes,
      links: new Links(database, box),
      happenings,
      signOutEverywhere,
    });
    this.setUp = new SetUp({ database, codes, people: this.people, passwords });
    this.secondFactors = new SecondFactors({
      database,
      clock,
      box,
      attempts,
      happenings,
      signOutEverywhere,
    });
  }

  /** Opens the tables at once. Refuses with `identities-file-unusable` or `accounts-unavailable`. */
  static async open(options: IdentitiesOptions): Promise<Identities> {
    const identities = Identities.at(options);
    await identities.ready();
    return identities;
  }

  /** Opens the tables when they are first asked; what `open` refuses is refused then. */
  static at(options: IdentitiesOptions): Identities {
    const box = new Box(options.key);
    const dialect = 'postgres' in options.home ? 'postgres' : 'sqlite';
    const database = counted(deferred(dialect, () => openAccounts(options.home, box)));
    return new Identities(database, box, options);
  }

  /** Whether the tables answer; opens them when that was not done. Refuses as `open` does. */
  async ready(): Promise<void> {
    await this.people.isEmpty();
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
