import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AskedLedger } from '../testing/asked-ledger.fixture.ts';
import type { Person } from '../testing/person.fixture.ts';

let ledger: AskedLedger;
let at: readonly string[];
let admin: Person;

beforeAll(async () => {
  ledger = await AskedLedger.open();
  ({ at } = ledger);
  admin = await ledger.admin();
});
afterAll(() => ledger.close());

describe('the accounts of people', () => {
  it('are opened with a role and its limits, listed, closed and opened again', async () => {
    const opened = await admin.run(
      '',
      ...[
        'person',
        'open',
        ...at,
        '--name',
        'malee',
        '--display-name',
        'Malee S.',
        '--email',
        'm@example.org',
      ],
      ...['--role', 'maker', '--projects', 'P01,P02', '--up-to', '500000.00'],
    );
    expect(opened.err).toContain('the account malee is open, with the role maker\n');
    const shown = await admin.run('', 'person', 'list', ...at, '--csv');
    expect(shown.out).toMatch(/^name,display_name,status,second_factor,roles,email\n/);
    expect(shown.out).toContain(
      'malee,Malee S.,open,no,"maker (projects P01, P02; up to 500000.00 baht)",m@example.org\n',
    );
    const words = ['--name', 'malee', ...at];
    expect((await admin.run('', 'person', 'close', ...words, '--reason', 'Left')).out).toBe(
      'malee is closed: no role, no session, no token\n',
    );
    const [closed] = (await ledger.json(admin, 'person', 'list')).rows.filter(({ name }) => name === 'malee');
    expect(closed).toMatchObject({ closed: true, roles: [] });
    const reopened = await admin.run('', 'person', 'reopen', ...words);
    expect([reopened.code, reopened.out]).toEqual([0, 'malee is open again, without a role\n']);
    const invited = await admin.run('', 'person', 'invite', ...words);
    expect([invited.code, invited.out]).toEqual([0, expect.stringMatching(/^\S{16,}\n$/)]);
    const removed = await admin.run('', 'person', 'remove-second-factor', ...words);
    expect([removed.code, removed.out]).toEqual([0, 'malee has no second factor any more\n']);
  });

  it('are erased only when the name is typed again', async () => {
    await ledger.running.person('somchai');
    const erase = ['person', 'erase', ...at, '--name', 'somchai'];
    await admin.run('', 'person', 'close', ...at, '--name', 'somchai');
    const unconfirmed = await admin.run('', ...erase);
    expect([unconfirmed.code, unconfirmed.err]).toEqual([
      2,
      expect.stringContaining('--confirm is missing.'),
    ]);
    expect(await admin.run('', ...erase, '--confirm', 'malee')).toMatchObject({ code: 2, out: '' });
    const mistyped = await admin.typing(['somchi'], ...erase);
    expect([mistyped.code, mistyped.asked]).toEqual([2, [expect.stringContaining('Type the name again')]]);
    const erased = await admin.typing(['somchai'], ...erase);
    expect([erased.code, erased.out]).toEqual([0, 'somchai is forgotten but for its name\n']);
    const shown = await admin.run('', 'person', 'list', ...at, '--csv');
    expect(shown.out).toContain('somchai,,erased,no,,\n');
  });

  it('names a mistake: limits without a role, an unknown account', async () => {
    const limits = await admin.run('', 'person', 'open', ...at, '--name', 'x', '--projects', 'P01');
    expect([limits.code, limits.err]).toEqual([2, expect.stringContaining('expected --role')]);
    const unknown = await admin.run('', 'person', 'invite', ...at, '--name', 'nobody-here');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('refused (person-unknown)')]);
  });
});
