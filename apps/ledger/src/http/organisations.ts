import { Injectable } from '@nestjs/common';
import { isNamePart, oneSpelling, streams } from '#kernel';
import { DEFAULT_ORGANISATION } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from './refusals.ts';

/** Finds the organisation that a request is about. */
@Injectable()
export class Organisations {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** For what may register it: the one that is named, which may be new, else the only one of the ledger. */
  async named(code: unknown): Promise<string> {
    if (typeof code !== 'string' || code === '') return this.#only();
    if (isNamePart(code)) return oneSpelling(code);
    throw refuse(
      'organisation-unknown',
      `"${code.slice(0, 64)}" is not a code of an organisation: expected up to 32 letters, digits, hyphens and underscores, the first a letter or digit.`,
    );
  }

  /** For its registration: the code of a new one, which has to be named where the ledger has several. */
  async toRegister(code: unknown): Promise<string> {
    const codes = await this.#codes();
    if ((typeof code === 'string' && code !== '') || codes.length < 2) return this.named(code);
    throw refuse(
      'organisation-ambiguous',
      `The ledger has ${codes.length} organisations, ${codes.join(', ')}: expected the code of the new one in organisation.`,
      { organisations: codes },
    );
  }

  /** For a posting: one that is in the ledger, or any in an empty one. A typing error makes no new books. */
  async posting(code: unknown): Promise<string> {
    const organisation = await this.named(code);
    return (await this.#codes()).length === 0 ? organisation : this.#mustBeKnown(organisation);
  }

  /** For a question: one that is in the ledger. */
  async known(code: string | undefined): Promise<string> {
    const organisation = await this.named(code);
    return code === undefined ? organisation : this.#mustBeKnown(organisation);
  }

  async #mustBeKnown(organisation: string): Promise<string> {
    if ((await this.#codes()).includes(organisation)) return organisation;
    // It may have been registered a moment ago, perhaps by another process.
    await this.ledger.catchUp([streams.organisation(organisation)]);
    const codes = await this.#codes();
    if (codes.includes(organisation)) return organisation;
    throw refuse(
      'organisation-unknown',
      `The ledger has no organisation ${organisation}; it has ${codes.join(', ') || 'none so far'}.`,
      { organisation, organisations: codes },
    );
  }

  async #only(): Promise<string> {
    const codes = await this.#codes();
    if (codes.length > 1) {
      throw refuse(
        'organisation-ambiguous',
        `The ledger has ${codes.length} organisations: expected one of ${codes.join(', ')} in organisation.`,
        { organisations: codes },
      );
    }
    return codes[0] ?? DEFAULT_ORGANISATION;
  }

  async #codes(): Promise<string[]> {
    const list = () => this.ledger.organisations.map(({ organisation }) => organisation);
    const codes = list();
    if (codes.length > 0) return codes;
    // The first posting may be a moment old: the default holds only for a ledger that is really empty.
    await this.ledger.catchUp([streams.organisation(DEFAULT_ORGANISATION)]);
    return list();
  }
}
