import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { AskedLedger } from '../testing/asked-ledger.fixture.ts';
import { obligo, PASSWORD } from '../testing/obligo.fixture.ts';
import type { Person } from '../testing/person.fixture.ts';

let ledger: AskedLedger;
let at: readonly string[];
let admin: Person;
let auditor: Person;

beforeAll(async () => {
  ledger = await AskedLedger.open();
  ({ at } = ledger);
  admin = await ledger.admin();
  auditor = ledger.somebody(await ledger.running.as('auditor'));
  await ledger.running.person('direk');
});
afterAll(() => ledger.close());

describe('the rule table', () => {
  it('is shown, changed from a file, and shown as a decision saw it', async () => {
    const shown = await auditor.run('', 'access', 'show', ...at);
    expect(shown.out).toContain('rule table version 0, revision ');
    expect(shown.out).toContain('\nauditor\n  may      read-reports, read-journal, replay, read-access');
    expect(shown.out).toContain('\n  records  nothing\n');
    const before = JSON.parse((await auditor.run('', 'access', 'show', ...at, '--json')).out) as {
      rules: { roles: { checker: { secondFactor: boolean } } };
      revision: number;
    };
    const changed = structuredClone(before);
    changed.rules.roles.checker.secondFactor = true;
    const file = ledger.path('rules.json');
    writeFileSync(file, JSON.stringify(changed));
    const set = await admin.run('', 'access', 'set', file, ...at, '--reason', 'As the auditor asks');
    expect([set.code, set.out]).toEqual([0, expect.stringMatching(/^recorded AccessRulesSet, effective /)]);
    const now = await auditor.run('', 'access', 'show', ...at);
    expect(now.out).toContain('rule table version 1, ');
    expect(now.out).toContain('\nchecker, with a second factor\n');
    const then = await auditor.run('', 'access', 'show', ...at, '--revision', String(before.revision));
    expect(then.out).toContain('rule table version 0, ');
    const part = { roles: { checker: { secondFactor: false } } };
    expect(await admin.run(JSON.stringify(part), 'access', 'set', '-', ...at)).toMatchObject({ code: 0 });
    const broken = await admin.run('{', 'access', 'set', '-', ...at);
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('- is not JSON')]);
  });

  it('has a history that says who gave what to whom, and why', async () => {
    const direk = ['--subject', 'direk', '--role', 'checker', '--projects', 'P01,P02', '--reason', 'Deputy'];
    await admin.run('', 'role', 'grant', ...at, ...direk);
    const history = await auditor.run('', 'access', 'history', ...at, '--csv');
    expect(history.out).toMatch(/^position,recorded_at,by,type,what,reason\n/);
    expect(history.out).toContain(',set-up,AccessSetUp,admin,\n');
    expect(history.out).toMatch(/,admin,AccessRulesSet,version 1,As the auditor asks\n/);
    expect(history.out).toMatch(
      /,admin,RoleGranted,"direk: checker \(projects P01, P02\), grant 3",Deputy\n/,
    );
    expect(await obligo('access', 'history', ...at)).toMatchObject({ code: 4, out: '' });
  });
});

describe('what concerned accounts, and who looked at what', () => {
  it('is listed for auditors: sign-ins with their address, and readings', async () => {
    const happenings = await ledger.json(auditor, 'access', 'happenings', '--name', 'auditor-nobody');
    expect(happenings.rows).toEqual([]);
    const wrong = ['sign-in', ...at, '--name', 'direk', '--password-file', '-'];
    await ledger.somebody().run(`${PASSWORD}!`, ...wrong);
    const ofDirek = await auditor.run('', 'access', 'happenings', ...at, '--name', 'direk', '--csv');
    expect(ofDirek.out).toMatch(
      /^number,at,kind,name,by,address\n\d+,\S+,sign-in-refused,direk,nobody,127\.0\.0\.1\n/,
    );
    const readings = await ledger.json(
      auditor,
      'reading',
      'list',
      '--who',
      'the-auditor',
      '--operation',
      'listAccessHistory',
    );
    expect(readings.rows).toEqual([expect.objectContaining({ who: 'the-auditor', status: '200' })]);
    const table = await auditor.run(
      '',
      'reading',
      'list',
      ...at,
      '--since',
      '2020-01-01T00:00:00Z',
      '--limit',
      '1',
    );
    expect([table.code, table.out]).toEqual([0, expect.stringContaining('the-auditor')]);
    expect(await admin.run('', 'reading', 'list', ...at)).toMatchObject({ code: 4, out: '' });
  });
});
