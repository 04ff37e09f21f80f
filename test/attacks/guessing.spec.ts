import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AttackedLedger, type Heard, PASSWORD } from './attacked-ledger.fixture.ts';

const MOST_A_MINUTE = 60;

let ledger: AttackedLedger;
beforeEach(async () => {
  ledger = await AttackedLedger.open();
  await ledger.person('malee', ['maker']);
});
afterEach(() => ledger.close());

/** Tries once more than is allowed in a minute; whoever set the ledger up from here counts, too. */
async function tryAll(attempt: (index: number) => Promise<Heard>): Promise<Heard[]> {
  const heard = [];
  for (let index = 0; index <= MOST_A_MINUTE; index += 1) heard.push(await attempt(index));
  return heard;
}

describe('who guesses passwords from one address', () => {
  it('is sent away at the sixty-first try of a minute, whatever name he tries, and with the right one, too', async () => {
    const tries = await tryAll((index) =>
      ledger.ask('session', { body: { name: `name-${String(index)}`, password: 'wrong, wrong, wrong' } }),
    );
    const answered = tries.filter(({ code }) => code === 'sign-in-refused');
    expect(answered.length).toBeGreaterThan(MOST_A_MINUTE - 10);
    expect(answered.length).toBeLessThanOrEqual(MOST_A_MINUTE);
    const right = { name: 'malee', password: PASSWORD, as: 'token' };
    const refused = await ledger.withstands(
      () => ledger.ask('session', { body: right }),
      429,
      'too-many-requests',
    );
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is not let in again by claiming to come from elsewhere', async () => {
    await tryAll(() => ledger.ask('session', { body: {} }));
    for (const header of [
      'x-forwarded-for',
      'x-real-ip',
      'forwarded',
      'true-client-ip',
      'cf-connecting-ip',
    ]) {
      const headers = { [header]: header === 'forwarded' ? 'for=192.0.2.7' : '192.0.2.7' };
      const attempt = () => ledger.ask('session', { headers, body: { name: 'malee', password: PASSWORD } });
      await ledger.withstands(attempt, 429, 'too-many-requests');
    }
  });

  it('cannot go on with the codes of invitations and of the set-up, which count as tries', async () => {
    await tryAll((index) =>
      ledger.ask('invitations/redemptions', { body: { code: `code-${String(index)}`, password: PASSWORD } }),
    );
    for (const path of ['set-up', 'invitations/redemptions', 'session']) {
      await ledger.withstands(() => ledger.ask(path, { body: {} }), 429, 'too-many-requests');
    }
  });

  it('keeps nobody from working who has signed in', async () => {
    const token = await ledger.served.signIn('malee');
    await tryAll(() => ledger.ask('session', { body: {} }));
    expect((await ledger.ask('session', { token })).status).toBe(200);
  });
});

describe('who wants to make himself administrator', () => {
  it('finds the set-up closed, whatever code he brings', async () => {
    for (const code of ['', 'made-up', undefined]) {
      const body = { ...(code === undefined ? {} : { code }), name: 'mole', password: PASSWORD };
      await ledger.withstands(() => ledger.ask('set-up', { body }), 409, 'already-set-up');
    }
  });

  it('cannot recover the ledger over a connection, from this machine either', async () => {
    for (const token of [undefined, ledger.served.admin]) {
      const recovering = () => ledger.ask('set-up/recovery', { token, body: { name: 'mole' } });
      await ledger.withstands(recovering, 403, 'folder-needed');
    }
  });

  it('cannot give himself a role, nor have the administrator post', async () => {
    const malee = await ledger.served.signIn('malee');
    const granting = (token: string, subject: string, role: string) => () =>
      ledger.ask('access/grants', { token, body: { subject, role } });
    await ledger.withstands(granting(malee, 'malee', 'administrator'), 403, 'role-missing');
    await ledger.withstands(granting(ledger.served.admin, 'admin', 'maker'), 422, 'roles-apart');
    await ledger.withstands(granting(ledger.served.admin, 'malee', 'administrator'), 422, 'roles-apart');
    const rules = { rules: { roles: { maker: { may: ['administer'] } } } };
    await ledger.withstands(
      () => ledger.ask('access/rules', { token: malee, body: rules }),
      403,
      'role-missing',
    );
  });
});
