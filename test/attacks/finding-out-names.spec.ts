import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttackedLedger, type Heard, PASSWORD } from './attacked-ledger.fixture.ts';

const HOUR = 3_600_000;
const WRONG = 'wrong horse, wrong battery';

/** Enough for the work of a password to stand out from that of a request, and little enough to try it often. */
const FELT = { memoryKiB: 16_384, passes: 2 };

let ledger: AttackedLedger;

beforeAll(async () => {
  const perMinute = { address: 0, identity: 0 };
  ledger = await AttackedLedger.open({
    passwordCost: FELT,
    edges: { trustProxy: [], origins: [], perMinute },
  });
  const { admin } = ledger.served;
  for (const name of ['malee', 'leaver', 'erased']) await ledger.person(name, ['maker']);
  await ledger.served.must('people/leaver/closings', { token: admin, body: {} });
  await ledger.served.must('people/erased/erasures', { token: admin, body: {} });
  await ledger.served.must('people', { token: admin, body: { name: 'invited' } });
});
afterAll(() => ledger.close());

/** Tokens have ended by the waits of the tries above. */
async function signInAdmin(): Promise<string> {
  ledger.served.admin = await ledger.served.signIn('admin');
  return ledger.served.admin;
}

/** After a wait that any back-off is over by. */
const signIn = (name: string, password: string): Promise<Heard> => {
  ledger.served.clock.now += 25 * HOUR;
  return ledger.ask('session', { body: { name, password, as: 'token' } });
};

const KINDS: readonly (readonly [what: string, name: string, password: string])[] = [
  ['a wrong password', 'malee', WRONG],
  ['a name that nobody has', 'nobody-here', WRONG],
  ['a closed account, with the right password', 'leaver', PASSWORD],
  ['a closed account, with a wrong one', 'leaver', WRONG],
  ['an erased account', 'erased', PASSWORD],
  ['an account whose person has not chosen a password yet', 'invited', WRONG],
  ['a name of the ledger itself', 'set-up', WRONG],
];

describe('who tries names to find out which there are', () => {
  it.each(KINDS)('hears of %s what he hears of every other', async (_, name, password) => {
    const answer = await ledger.withstands(() => signIn(name, password), 401, 'sign-in-refused');
    const other = await signIn('nobody-at-all', WRONG);
    expect(answer.text).toBe(other.text);
    expect(comparable(answer)).toEqual(comparable(other));
  });

  it('makes the ledger do the same work for each, so that the time tells nothing', async () => {
    const works = new Map<string, number[]>(KINDS.map(([what]) => [what, []]));
    // In turns, so that whatever else the machine does falls on all of them alike.
    for (let round = 0; round < 5; round += 1) {
      for (const [what, name, password] of KINDS) works.get(what)!.push(await workOf(name, password));
    }
    const least = [...works.values()].map((each) => Math.min(...each));
    const request = await leastWork(() => ledger.ask('session', { body: {} }));
    // Without the password of nobody to compare with, one of them would cost no more than a request.
    expect(Math.min(...least)).toBeGreaterThan(4 * request);
    expect(Math.max(...least) / Math.min(...least)).toBeLessThan(2);
  });

  it('waits for a name that nobody has as for one that somebody has, the right password among the tries', async () => {
    const heard = [];
    for (const name of ['malee', 'nobody-there', 'leaver']) {
      ledger.served.clock.now += 25 * HOUR;
      const tries = [];
      for (let attempt = 0; attempt < 6; attempt += 1) {
        const password = attempt === 5 ? PASSWORD : WRONG;
        const trying = () => ledger.ask('session', { body: { name, password, as: 'token' } });
        tries.push((await ledger.leavesNothing(trying)).code);
      }
      heard.push(tries);
    }
    const refused = Array.from({ length: 5 }, () => 'sign-in-refused');
    expect(heard).toEqual(Array.from({ length: 3 }, () => [...refused, 'sign-in-paused']));
  });

  it('leaves no name in the files that nobody has: it may be a password in the wrong field', async () => {
    await signIn('hunter2-my-password', WRONG);
    expect(ledger.served.files()).not.toContain('hunter2-my-password');
  });

  it('finds out nothing where names stand in addresses', async () => {
    await signInAdmin();
    const token = await ledger.person('anong', ['reader']);
    const heard = [];
    for (const name of ['malee', 'nobody-here']) {
      for (const step of ['invitations', 'closings', 'second-factor/removals']) {
        const asking = () => ledger.ask(`people/${name}/${step}`, { token, body: {} });
        const { text } = await ledger.withstands(asking, 403, 'role-missing');
        heard.push(text.replaceAll(name, 'somebody'));
      }
    }
    expect(heard.slice(0, 3)).toEqual(heard.slice(3));
  });

  it('finds out nothing by one-time codes that were used, replaced, withdrawn, or never given', async () => {
    const admin = await signInAdmin();
    await ledger.served.must('people', { token: admin, body: { name: 'leaver-to-be' } });
    const invite = async (name: string) => {
      const { json } = await ledger.served.must(`people/${name}/invitations`, { token: admin, body: {} });
      return String(json['code']);
    };
    const [replaced, withdrawn] = [await invite('invited'), await invite('leaver-to-be')];
    const current = await invite('invited');
    await ledger.served.must('people/leaver-to-be/closings', { token: admin, body: {} });
    const said = new Set<string>();
    for (const code of [replaced, withdrawn, '', 'made-up', current.slice(0, -1), `${current}x`]) {
      const redeeming = () => ledger.ask('invitations/redemptions', { body: { code, password: PASSWORD } });
      said.add((await ledger.withstands(redeeming, 401, 'one-time-code-wrong')).text);
    }
    expect(said.size).toBe(1);
  });
});

/** What a program could compare: not the moment, nor ids of requests. */
const comparable = ({ status, headers }: Heard) => ({
  status,
  // When it was, and which request: neither tells one name from another.
  headers: { ...headers, date: undefined, 'obligo-request': undefined },
});

const workOf = (name: string, password: string): Promise<number> => worked(() => signIn(name, password));

async function leastWork(work: () => Promise<unknown>): Promise<number> {
  const works = [];
  for (let round = 0; round < 7; round += 1) works.push(await worked(work));
  return Math.min(...works);
}

/** Microseconds that the processor worked, in all threads of the process; what other programs do does not count. */
async function worked(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
