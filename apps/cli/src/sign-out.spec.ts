import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AskedLedger } from '../testing/asked-ledger.fixture.ts';

let ledger: AskedLedger;
let at: readonly string[];

beforeAll(async () => {
  ledger = await AskedLedger.open();
  ({ at } = ledger);
  await ledger.running.person('malee', { role: 'auditor' });
});
afterAll(() => ledger.close());

const HOURS = 3_600_000;

describe('signing out', () => {
  it('ends the token itself and forgets it', async () => {
    const person = await ledger.signedIn('malee');
    const token = person.keptToken;
    const out = await person.run('', 'sign-out', ...at);
    expect([out.code, out.out]).toEqual([0, `malee is signed out of ${ledger.running.url}\n`]);
    expect(person.signIns?.text).not.toContain(token);
    const env = { OBLIGO_TOKEN: token };
    const stolen = await ledger.somebody(env).run('', 'journal', ...at);
    expect([stolen.code, stolen.err]).toEqual([4, expect.stringContaining('refused (token-refused)')]);
    expect(stolen.err).toContain('OBLIGO_TOKEN gives a token that does not count here.');
    expect(stolen.err).not.toContain(token);
    const again = await person.run('', 'sign-out', ...at, '--json');
    expect([again.code, JSON.parse(again.out)]).toEqual([0, expect.objectContaining({ signedIn: false })]);
  });

  it('leaves a token alone that the environment gives', async () => {
    const person = ledger.somebody(await ledger.running.as('reader'));
    expect(await person.run('', 'sign-out', ...at)).toMatchObject({ code: 0 });
    expect(await person.run('', 'who', ...at)).toMatchObject({ code: 0 });
  });

  it('forgets one that is over without asking the ledger', async () => {
    const person = await ledger.signedIn('malee');
    person.ahead = 13 * HOURS;
    expect(await person.run('', 'sign-out', ...at)).toMatchObject({ code: 0 });
    expect(JSON.parse(person.signIns?.text ?? '')).toMatchObject({ signIns: {} });
  });
});
