import { Injectable } from '@nestjs/common';
import { grantsOf, needsSecondFactor, rightsOf } from '#access';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { AccessDesk } from './access-desk.ts';
import type { Identity } from './identity.ts';

/** Tells whoever signed in who he is and what he may do; pages offer what it says. */
@Injectable()
export class OwnSession {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly desk: AccessDesk,
  ) {}

  async of({ name, kind, secondFactor }: Omit<Identity, 'via'>) {
    const { state } = this.ledger.access;
    const today = this.desk.today();
    // Only people have an account; asking for others would begin a file of accounts.
    const person = kind === 'person' ? await this.ledger.identities.people.get(name) : undefined;
    return {
      schema: 'obligo.session/1',
      signedIn: true,
      name,
      ...(person?.displayName === undefined ? {} : { displayName: person.displayName }),
      ...(person?.demo ? { demo: true } : {}),
      secondFactor,
      // A role may want one that is not set up yet.
      secondFactorNeeded: !secondFactor && needsSecondFactor(state, name, today),
      roles: this.desk.rolesOf(name).map(({ grant, role, limits = {} }) => ({ grant, role, limits })),
      ...rightsOf(state, name, today),
      organisations: await this.#organisationsOf(name),
      today,
    };
  }

  /** Whoever is limited to organisations is told of these alone; whoever has no role, of none. */
  async #organisationsOf(name: string) {
    // Read models that stand still keep nobody from signing in: who makes them again signs in, too.
    await this.ledger.projector.catchUp().catch(() => undefined);
    const grants = grantsOf(this.ledger.access.state, name, this.desk.today());
    return this.ledger.tables.organisations
      .list()
      .filter(({ organisation }) =>
        grants.some(({ limits }) => (limits?.organisation ?? organisation) === organisation),
      );
  }
}
