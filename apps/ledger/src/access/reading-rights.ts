import { Injectable } from '@nestjs/common';
import { grantsOf, may, needsSecondFactor, type Permission, type Place } from '#access';
import { isRefusal, RefusalError, type Refusal } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { AccessDesk } from './access-desk.ts';
import type { Identity } from './identity.ts';

/** For routes that know what is asked about only once they have read it: whether somebody may see it. */
@Injectable()
export class ReadingRights {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly desk: AccessDesk,
  ) {}

  /** Why somebody may not see what lies in a place; nothing when they may. */
  refusedTo(
    { kind, name, secondFactor }: Identity,
    permission: Permission,
    place: Partial<Place>,
  ): Refusal | undefined {
    if (kind === 'local') return undefined;
    const { state } = this.ledger.access;
    const today = this.desk.today();
    if (kind === 'person' && !secondFactor && needsSecondFactor(state, name, today)) {
      return refuse(
        'second-factor-needed',
        `A role of ${name} takes a second factor; expected it to be set up, and ${name} to sign in with it.`,
      ).refusal;
    }
    const allowed = may(state, name, permission, place, today);
    return isRefusal(allowed) ? allowed : undefined;
  }

  /** Whether somebody has a role in an organisation; to others its books are as if they were not there. */
  knowsOf({ kind, name }: Identity, organisation: string): boolean {
    if (kind === 'local') return true;
    const grants = grantsOf(this.ledger.access.state, name, this.desk.today());
    return grants.some(({ limits }) => (limits?.organisation ?? organisation) === organisation);
  }

  /** Throws why somebody may not see what lies in these places. */
  must(identity: Identity, permission: Permission, places: readonly Partial<Place>[]): void {
    for (const place of places) {
      const refused = this.refusedTo(identity, permission, place);
      if (refused) throw new RefusalError(refused);
    }
  }
}
