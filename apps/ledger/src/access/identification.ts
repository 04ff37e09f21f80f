import type { FastifyRequest } from 'fastify';
import { type AccessState, isMatched, SIGN_ON } from '#access';
import type { CivilDate } from '#kernel';
import type { Identities } from '#identities';
import { headerOf, nameIn } from '../http/posting-context.ts';
import type { AccessBook } from './access-book.ts';
import { isInProcess } from './door.ts';
import type { Identity } from './identity.ts';
import { hasSession } from './sessions.ts';
import type { Claimed } from './sign-on/claims.ts';
import { refuse } from '../http/refusals.ts';
import { tokenRefused } from './sign-on/refused.ts';
import type { SignOn } from './sign-on/sign-on.ts';

/** What a request can be known by. */
export interface Proofs {
  readonly identities: () => Identities;
  readonly book: AccessBook;
  readonly signOn?: SignOn | undefined;
  readonly today: () => CivilDate;
  /** Whether a caller in this process is believed: it works on the folder itself. */
  readonly local: boolean;
}

/** Finds out who asks: a token, a session, or a program on the folder itself; nothing that a request says of itself. */
export class Identification {
  readonly #proofs: Proofs;

  constructor(proofs: Proofs) {
    this.#proofs = proofs;
  }

  async identify(request: FastifyRequest): Promise<Identity | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      if (standsTwice('authorization', request)) throw tokenRefused('the header Authorization stands twice');
      return this.#byToken(authorization);
    }
    const { person, secondFactor = false } = hasSession(request) ? request.session : {};
    if (person !== undefined) return this.#person(person, 'session', secondFactor);
    return this.#proofs.local && isInProcess(request) ? this.#local(request) : undefined;
  }

  /** Links what the identity provider says to an account, and makes its roles what the claims say. */
  async claimed(claimed: Claimed): Promise<{ readonly name: string; readonly secondFactor: boolean }> {
    const { identities, book, today } = this.#proofs;
    const { issuer, subject, wanted, displayName, roles, secondFactor, issuedAt } = claimed;
    const { name, closed, isLatest } = await identities().people.linked({
      issuer,
      subject,
      wanted,
      ...(displayName === undefined ? {} : { displayName }),
      ...(issuedAt === undefined ? {} : { spokenAt: issuedAt }),
    });
    if (closed) throw tokenRefused('the account is closed');
    const isSaid = (state: AccessState) => isMatched(state, name, roles);
    // An older token that still counts does not bring roles back that the provider has taken since.
    if (isLatest && !isSaid(book.state)) {
      const command = { type: 'match-sign-on', subject: name, roles, effectiveOn: today() } as const;
      await book.postUnless(isSaid, command, { actor: SIGN_ON, reason: `Claims of ${issuer}` });
    }
    return { name, secondFactor };
  }

  async #byToken(authorization: string): Promise<Identity> {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw tokenRefused('the header is not "Bearer" and a token');
    if (token.startsWith('obligo_')) return this.#byOwnToken(token);
    const { signOn } = this.#proofs;
    if (signOn === undefined)
      throw tokenRefused('it is none of this ledger, and no identity provider is configured');
    const claimed = await signOn.bearer(token);
    const { name, secondFactor } = await this.claimed(claimed);
    return { name, kind: claimed.kind, via: 'bearer', secondFactor };
  }

  async #byOwnToken(token: string): Promise<Identity> {
    const found = await this.#proofs.identities().tokens.find(token);
    if (!found) {
      throw refuse('token-refused', 'The token is unknown, expired or revoked; expected to sign in again.');
    }
    const { subject, kind, secondFactor } = found;
    return kind === 'service'
      ? { name: subject, kind, via: 'token', secondFactor }
      : this.#person(subject, 'token', secondFactor);
  }

  #person(name: string, via: Identity['via'], secondFactor: boolean): Identity {
    return { name, kind: 'person', via, secondFactor };
  }

  /** Before there are accounts, whoever begins the ledger says himself who he is. */
  #local({ headers }: FastifyRequest): Identity {
    const named = headerOf(headers['obligo-actor']);
    const { isSetUp } = this.#proofs.book.state;
    const name = isSetUp ? 'local' : named === undefined ? 'operator' : nameIn(named);
    return { name, kind: 'local', via: 'local', secondFactor: false };
  }
}

/** Whether a header of that name was sent more than once: the parser passes over all but the first of some. */
const standsTwice = (name: string, { raw: { rawHeaders } }: FastifyRequest): boolean =>
  rawHeaders.filter((said, at) => at % 2 === 0 && said.length === name.length && said.toLowerCase() === name)
    .length > 1;
