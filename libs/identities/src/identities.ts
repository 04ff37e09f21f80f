import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { Attempts } from './attempts.ts';
import { Box } from './box.ts';
import { Happenings } from './happenings.ts';
import { Links } from './links.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { openIdentitiesFile } from './open-identities-file.ts';
import { PasswordCheck } from './password-check.ts';
import { type PasswordCost, Passwords } from './passwords.ts';
import { People } from './people.ts';
import { SecondFactors } from './second-factors.ts';
import { DEFAULT_LIMITS, Sessions } from './sessions.ts';
import { SetUp } from './set-up.ts';
import { Tokens } from './tokens.ts';

export interface IdentitiesOptions {
  /** Path of the file, made when missing. */
  readonly file: string;
  /** 32 bytes that seal the secrets of second factors, and mark what is only to be recognised. */
  readonly key: Buffer;
  readonly clock: () => Instant;
  readonly passwordCost?: PasswordCost;
  readonly idleMinutes?: number;
  readonly absoluteHours?: number;
}

/** Who people and services are, and how they prove it. Mutable, in a file of its own: nothing of it stands in events but names. */
export class Identities {
  readonly people: People;
  readonly setUp: SetUp;
  readonly secondFactors: SecondFactors;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly happenings: Happenings;
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync, box: Box, options: IdentitiesOptions) {
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
    const signOutEverywhere = (name: string, by: string): void => {
      this.sessions.endAll(name);
      this.tokens.revokeAll(name, by);
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

  /** Refuses with `identities-file-unusable`. */
  static open(options: IdentitiesOptions): Identities {
    const box = new Box(options.key);
    return new Identities(openIdentitiesFile(options.file, box), box, options);
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
