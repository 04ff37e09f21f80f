import { type Role, SET_UP } from '#access';
import { type Instant, parseCivilDate } from '#kernel';
import { createLedger } from '../src/ledger.ts';

const TODAY = parseCivilDate('2025-10-01');
const NEXT_CENTURY = '2100-01-01T00:00:00.000Z' as Instant;

/** Sets a folder up that nobody serves, with an account of one role; answers a token of it that a program can use. */
export async function accountInFolder(data: string, name: string, role: Role): Promise<string> {
  const ledger = await createLedger({ data, create: true, purpose: 'test', logLevel: 'silent' });
  try {
    const { access, identities } = ledger.embedded;
    if (!access.state.isSetUp) {
      await identities.people.open({ name: 'admin', by: SET_UP });
      await access.post(
        { type: 'set-up-access', administrator: 'admin', effectiveOn: TODAY },
        { actor: SET_UP },
      );
    }
    await identities.people.open({ name, by: 'admin' });
    await access.post({ type: 'grant-role', subject: name, role, effectiveOn: TODAY }, { actor: 'admin' });
    const owner = {
      name: 'test',
      subject: name,
      kind: 'person',
      createdBy: name,
      secondFactor: false,
    } as const;
    return (await identities.tokens.issue({ ...owner, expiresAt: NEXT_CENTURY })).token;
  } finally {
    await ledger.close();
  }
}
