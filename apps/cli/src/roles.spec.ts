import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AskedLedger } from '../testing/asked-ledger.fixture.ts';
import { obligo } from '../testing/obligo.fixture.ts';
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

describe('roles', () => {
  it('are granted within limits, listed now and as they were, and withdrawn', async () => {
    await ledger.running.person('direk');
    const granted = await admin.run(
      '',
      ...['role', 'grant', ...at, '--subject', 'direk', '--role', 'checker', '--reason', 'Deputy'],
      ...[
        '--projects',
        'P01, P02',
        '--fund-sources',
        'annual-appropriation',
        '--commands',
        'approve-document',
      ],
      ...['--up-to', '500000.00', '--first', '2563-01-01', '--last', '31/12/2642', '--era', 'be'],
      ...['--organisation', 'main'],
    );
    expect([granted.code, granted.out]).toEqual([
      0,
      expect.stringMatching(
        /^recorded RoleGranted, effective 20\d\d-\d\d-\d\d\n {2}receipt: position \d+ in the log of the rule table\n$/,
      ),
    ]);
    const { grants } = await ledger.json(admin, 'role', 'list', '--subject', 'direk');
    expect(grants).toEqual([
      expect.objectContaining({
        role: 'checker',
        limits: {
          organisation: 'main',
          projects: ['P01', 'P02'],
          fundSources: ['annual-appropriation'],
          commands: ['approve-document'],
          upTo: '500000.00',
          first: '2020-01-01',
          last: '2099-12-31',
        },
      }),
    ]);
    const csv = await admin.run('', 'role', 'list', ...at, '--subject', 'direk', '--csv');
    expect(csv.out.split('\n')).toEqual([
      'grant,subject,role,organisation,projects,fund_sources,commands,up_to,first,last,origin',
      expect.stringMatching(
        /^\d+,direk,checker,main,P01 P02,annual-appropriation,approve-document,500000\.00,2020-01-01,2099-12-31,administrator$/,
      ),
      '',
    ]);
    const before = await admin.run('', 'role', 'list', ...at, '--on', '2020-01-01', '--json');
    expect(JSON.parse(before.out)).toMatchObject({ on: '2020-01-01', grants: [] });
    const withdrawn = await admin.run('', 'role', 'withdraw', ...at, '--grant', String(grants[0]?.['grant']));
    expect([withdrawn.code, withdrawn.out]).toEqual([0, expect.stringMatching(/^recorded RoleWithdrawn, /)]);
    expect((await ledger.json(admin, 'role', 'list', '--subject', 'direk')).grants).toEqual([]);
  });

  it('are not narrowed by the organisation that the environment names', async () => {
    await ledger.running.person('anong');
    admin.env['OBLIGO_ORGANISATION'] = 'etda';
    await admin.run('', 'role', 'grant', ...at, '--subject', 'anong', '--role', 'reader');
    delete admin.env['OBLIGO_ORGANISATION'];
    const { grants } = await ledger.json(admin, 'role', 'list', '--subject', 'anong');
    expect(grants).toEqual([expect.not.objectContaining({ limits: expect.anything() })]);
  });

  it('that nobody may have together are refused with 3, and a faulty limit with 2', async () => {
    const apart = await admin.run('', 'role', 'grant', ...at, '--subject', 'admin', '--role', 'maker');
    expect([apart.code, apart.err]).toEqual([3, expect.stringContaining('refused (roles-apart)')]);
    const list = ['role', 'grant', ...at, '--subject', 'anong', '--role', 'maker', '--projects', 'P01,,P02'];
    const faulty = await admin.run('', ...list);
    expect([faulty.code, faulty.err]).toEqual([2, expect.stringContaining('--projects is "P01,,P02"')]);
    const missing = await obligo('role', 'grant', ...at);
    expect([missing.code, missing.err]).toEqual([
      2,
      expect.stringContaining('--subject, --role are missing.'),
    ]);
  });
});
