import { Secret, TOTP } from 'otpauth';
import type { Database } from '#database';
import type { Instant } from '#kernel';
import type { Attempts } from './attempts.ts';
import type { Box } from './box.ts';
import type { Happenings } from './happenings.ts';
import { folded } from './names.ts';
import { refuse, signInRefused } from './refusals.ts';

const PERIOD = 30;
/** Clocks of telephones are never quite right: the code before and the one after count, too. */
const WINDOW = 1;
const SECRET_BYTES = 20;

export interface SecondFactorParts {
  readonly database: Database;
  readonly clock: () => Instant;
  readonly box: Box;
  readonly attempts: Attempts;
  readonly happenings: Happenings;
  /** Ends every session and token of somebody. */
  readonly signOutEverywhere: (name: string, by: string) => Promise<void>;
}

interface Row {
  readonly name: string;
  readonly factor: Uint8Array | null;
  readonly begun: Uint8Array | null;
}

/** Codes of an authenticator by time: TOTP of RFC 6238, six digits every 30 seconds. */
export class SecondFactors {
  readonly #parts: SecondFactorParts;

  constructor(parts: SecondFactorParts) {
    this.#parts = parts;
  }

  async has(name: string): Promise<boolean> {
    const found = await this.#row(name);
    return found !== undefined && found.factor !== null;
  }

  /** Everybody who has one. */
  async names(): Promise<ReadonlySet<string>> {
    const rows = await this.#parts.database.all('SELECT name FROM people WHERE factor IS NOT NULL');
    return new Set(rows.map(({ name }) => String(name)));
  }

  /** A new secret, as text and as the address that authenticators read; it counts when it is confirmed. */
  async begin(name: string): Promise<{ readonly secret: string; readonly uri: string }> {
    const { name: own } = await this.#must(name);
    const secret = new Secret({ size: SECRET_BYTES });
    const sealed = this.#parts.box.seal(secret.base32, own);
    await this.#parts.database.run('UPDATE people SET factor_begun = ? WHERE name = ?', sealed, own);
    return { secret: secret.base32, uri: totpOf(own, secret.base32).toString() };
  }

  /** Refuses with `sign-in-refused` a wrong code. */
  async confirm(name: string, code: string): Promise<void> {
    const { database, happenings } = this.#parts;
    const { name: own, begun } = await this.#must(name);
    if (begun === null) {
      throw refuse(
        'second-factor-not-begun',
        `No secret of ${own} waits to be confirmed; expected to begin first.`,
      );
    }
    const counter = await this.#tried(own, begun, code);
    if (counter === undefined) throw signInRefused();
    await database.transaction(async () => {
      const changes = await database.run(
        `UPDATE people SET factor = factor_begun, factor_begun = NULL, factor_counter = ?
         WHERE name = ? AND factor_begun = ?`,
        ...[counter, own, begun],
      );
      // Another was begun meanwhile.
      if (changes === 0) throw signInRefused();
      await happenings.tell('second-factor-set', own, own);
    });
    await this.#succeeded(own);
  }

  /** Refuses with `sign-in-refused` a wrong code, and one that was used before; wrong ones count as attempts. */
  async verify(name: string, code: string, address?: string): Promise<void> {
    const { name: own, factor } = await this.#must(name);
    if (factor === null) throw signInRefused();
    const counter = await this.#tried(own, factor, code);
    if (counter === undefined || !(await this.#useUp(own, factor, counter))) {
      // Whoever comes this far knew the password.
      await this.#parts.happenings.tell('second-factor-refused', own, 'nobody', address);
      throw signInRefused();
    }
    await this.#succeeded(own);
  }

  /** Takes the factor from somebody who lost the authenticator; whoever signed in with it is out. */
  async remove(name: string, by: string): Promise<void> {
    const { database, happenings, signOutEverywhere } = this.#parts;
    const { name: own } = await this.#must(name);
    await database.transaction(async () => {
      await database.run(
        'UPDATE people SET factor = NULL, factor_begun = NULL, factor_counter = 0 WHERE name = ?',
        own,
      );
      await signOutEverywhere(own, by);
      await happenings.tell('second-factor-removed', own, by);
    });
  }

  /** The count of time steps that a right code is of. It is an attempt, wrong until it is told that it was right. */
  async #tried(name: string, sealed: Uint8Array, code: string): Promise<number | undefined> {
    const { attempts, box, clock } = this.#parts;
    await attempts.begin(attemptOn(name));
    const timestamp = Date.parse(clock());
    const delta = /^\d{6}$/.test(code)
      ? totpOf(name, box.open(sealed, name)).validate({ token: code, timestamp, window: WINDOW })
      : null;
    return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + delta;
  }

  #succeeded(name: string): Promise<void> {
    return this.#parts.attempts.succeeded(attemptOn(name));
  }

  /** Each code counts once (RFC 6238, section 5.2), in whichever process it arrives first. */
  async #useUp(name: string, factor: Uint8Array, counter: number): Promise<boolean> {
    const changes = await this.#parts.database.run(
      'UPDATE people SET factor_counter = ? WHERE name = ? AND factor = ? AND factor_counter < ?',
      ...[counter, name, factor, counter],
    );
    return changes > 0;
  }

  async #row(name: string): Promise<Row | undefined> {
    return (await this.#parts.database.get(
      'SELECT name, factor, factor_begun AS begun FROM people WHERE folded = ?',
      folded(name),
    )) as Row | undefined;
  }

  async #must(name: string): Promise<Row> {
    const row = await this.#row(name);
    if (row) return row;
    throw refuse('person-unknown', `There is no account ${name.slice(0, 40)}; expected the name of one.`);
  }
}

const attemptOn = (name: string): string => `factor ${folded(name)}`;

const totpOf = (label: string, secret: string): TOTP =>
  new TOTP({
    issuer: 'Obligo',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });
