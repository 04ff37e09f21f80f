import type { DatabaseSync } from 'node:sqlite';
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#kernel';
import type { Attempts } from './attempts.ts';
import type { Box } from './box.ts';
import type { Happenings } from './happenings.ts';
import { folded } from './names.ts';
import { refuse, signInRefused } from './refusals.ts';
import { atOnce } from './transaction.ts';

const PERIOD = 30;
/** Clocks of telephones are never quite right: the code before and the one after count, too. */
const WINDOW = 1;
const SECRET_BYTES = 20;

export interface SecondFactorParts {
  readonly database: DatabaseSync;
  readonly clock: () => Instant;
  readonly box: Box;
  readonly attempts: Attempts;
  readonly happenings: Happenings;
  /** Ends every session and token of somebody. */
  readonly signOutEverywhere: (name: string, by: string) => void;
}

interface Row {
  readonly name: string;
  readonly factor: Uint8Array | null;
  readonly begun: Uint8Array | null;
  readonly counter: number;
}

/** Codes of an authenticator by time: TOTP of RFC 6238, six digits every 30 seconds. */
export class SecondFactors {
  readonly #parts: SecondFactorParts;

  constructor(parts: SecondFactorParts) {
    this.#parts = parts;
  }

  has(name: string): boolean {
    const found = this.#row(name);
    return found !== undefined && found.factor !== null;
  }

  /** A new secret, as text and as the address that authenticators read; it counts when it is confirmed. */
  begin(name: string): { readonly secret: string; readonly uri: string } {
    const { name: own } = this.#must(name);
    const secret = new Secret({ size: SECRET_BYTES });
    const sealed = this.#parts.box.seal(secret.base32, own);
    this.#parts.database.prepare('UPDATE people SET factor_begun = ? WHERE name = ?').run(sealed, own);
    return { secret: secret.base32, uri: totpOf(own, secret.base32).toString() };
  }

  /** Refuses with `sign-in-refused` a wrong code. */
  confirm(name: string, code: string): void {
    const { database, happenings } = this.#parts;
    const { name: own, begun } = this.#must(name);
    if (begun === null) {
      throw refuse(
        'second-factor-not-begun',
        `No secret of ${own} waits to be confirmed; expected to begin first.`,
      );
    }
    const counter = this.#counted(own, begun, code, -1);
    if (counter === undefined) throw signInRefused();
    atOnce(database, () => {
      database
        .prepare(
          'UPDATE people SET factor = factor_begun, factor_begun = NULL, factor_counter = ? WHERE name = ?',
        )
        .run(counter, own);
      happenings.tell('second-factor-set', own, own);
    });
  }

  /** Refuses with `sign-in-refused` a wrong code, and one that was used before; wrong ones count as attempts. */
  verify(name: string, code: string, address?: string): void {
    const { name: own, factor, counter: last } = this.#must(name);
    if (factor === null) throw signInRefused();
    const counter = this.#counted(own, factor, code, last);
    if (counter === undefined) {
      // Whoever comes this far knew the password.
      this.#parts.happenings.tell('second-factor-refused', own, 'nobody', address);
      throw signInRefused();
    }
    this.#parts.database.prepare('UPDATE people SET factor_counter = ? WHERE name = ?').run(counter, own);
  }

  /** Takes the factor from somebody who lost the authenticator; whoever signed in with it is out. */
  remove(name: string, by: string): void {
    const { database, happenings, signOutEverywhere } = this.#parts;
    const { name: own } = this.#must(name);
    atOnce(database, () => {
      database
        .prepare('UPDATE people SET factor = NULL, factor_begun = NULL, factor_counter = 0 WHERE name = ?')
        .run(own);
      signOutEverywhere(own, by);
      happenings.tell('second-factor-removed', own, by);
    });
  }

  /** The count of time steps that a right code is of; each counts once (RFC 6238, section 5.2). */
  #counted(name: string, sealed: Uint8Array, code: string, last: number): number | undefined {
    const { attempts, box, clock } = this.#parts;
    const what = `factor ${folded(name)}`;
    attempts.begin(what);
    const timestamp = Date.parse(clock());
    const delta = /^\d{6}$/.test(code)
      ? totpOf(name, box.open(sealed, name)).validate({ token: code, timestamp, window: WINDOW })
      : null;
    const counter = Math.floor(timestamp / 1000 / PERIOD) + (delta ?? 0);
    if (delta === null || counter <= last) return undefined;
    attempts.succeeded(what);
    return counter;
  }

  #row(name: string): Row | undefined {
    return this.#parts.database
      .prepare(
        'SELECT name, factor, factor_begun AS begun, factor_counter AS counter FROM people WHERE folded = ?',
      )
      .get(folded(name)) as Row | undefined;
  }

  #must(name: string): Row {
    const row = this.#row(name);
    if (row) return row;
    throw refuse('person-unknown', `There is no account ${name.slice(0, 40)}; expected the name of one.`);
  }
}

const totpOf = (label: string, secret: string): TOTP =>
  new TOTP({
    issuer: 'Obligo',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });
