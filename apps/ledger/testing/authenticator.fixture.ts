import { Secret, TOTP } from 'otpauth';
import type { ServedLedger } from './served-ledger.fixture.ts';

const PERIOD_MS = 30_000;

/** The authenticator app of somebody, on a telephone whose clock is that of the ledger. */
export class Authenticator {
  readonly #totp: TOTP;
  readonly #clock: { now: number };

  constructor(secret: string, { clock }: ServedLedger) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
    this.#clock = clock;
  }

  /** What it shows now. */
  get shown(): string {
    return this.#totp.generate({ timestamp: this.#clock.now });
  }

  /** What it shows when the next code has come, since each counts once. */
  get next(): string {
    this.#clock.now += PERIOD_MS;
    return this.shown;
  }
}
