import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
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

const inAYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
const issue = (name: string, role: string, ...more: readonly string[]) =>
  admin.run('', 'token', 'issue', ...at, '--name', name, '--role', role, '--expires-on', inAYear, ...more);

describe('a service token', () => {
  it('is printed alone and once, reads what its role reads, and ends when it is revoked', async () => {
    const issued = await issue('dashboards', 'auditor', '--reason', 'Monthly board');
    expect([issued.code, issued.out]).toEqual([0, expect.stringMatching(/^obligo_[\w-]{43}\n$/)]);
    expect(issued.err).toMatch(
      /^token of dashboards: auditor, without limits, until 20\S+\nIt is not shown again\. Programs are given it by OBLIGO_TOKEN_FILE\.\n$/,
    );
    expect(issued.err).not.toContain(issued.out.trim());
    const file = ledger.path('token');
    writeFileSync(file, issued.out, { mode: 0o600 });
    const service = ledger.somebody({ OBLIGO_TOKEN_FILE: file });
    expect((await service.run('', 'who', ...at)).out).toContain(
      `service:dashboards at ${ledger.running.url}\n  auditor`,
    );
    expect(await service.run('', 'journal', ...at)).toMatchObject({ code: 0 });

    const listed = await admin.run('', 'token', 'list', ...at, '--csv');
    expect(listed.out).toMatch(/^name,roles,expires_at,last_used_at,revoked_at,created_by\n/);
    expect(listed.out).toMatch(/\ndashboards,auditor,\S+?Z,20\S+?Z,,admin\n/);
    const asJson = await admin.run('', 'token', 'list', ...at, '--json');
    expect(listed.out + asJson.out).not.toContain(issued.out.trim());

    const revoked = await admin.run('', 'token', 'revoke', ...at, '--name', 'dashboards');
    expect([revoked.code, revoked.out]).toEqual([
      0,
      'the token of dashboards is revoked, and its roles have ended\n',
    ]);
    const ended = await service.run('', 'journal', ...at);
    expect([ended.code, ended.err]).toEqual([
      4,
      expect.stringContaining('OBLIGO_TOKEN_FILE gives a token that does not count here.'),
    ]);
    expect((await admin.run('', 'token', 'list', ...at, '--csv')).out).toMatch(
      /\ndashboards,,\S+Z,20\S+Z,admin\n/,
    );
  });

  it('is limited as asked', async () => {
    const issued = await issue('one-project', 'reader', '--projects', 'P01', '--json');
    expect(JSON.parse(issued.out)).toMatchObject({ name: 'one-project', limits: { projects: ['P01'] } });
    expect(issued.err).toBe('');
  });

  it('posts and administers nothing: refused with 3, and no token is printed', async () => {
    const refused = await issue('robot', 'maker');
    expect([refused.code, refused.out]).toEqual([3, '']);
    expect(refused.err).toContain('refused (service-only-reads)');
  });

  it('has an end and a name of its own', async () => {
    const missing = await admin.run('', 'token', 'issue', ...at);
    expect([missing.code, missing.err]).toEqual([
      2,
      expect.stringContaining('--name, --role, --expires-on are missing.'),
    ]);
    const again = await issue('dashboards', 'reader');
    expect([again.code, again.out]).toEqual([5, '']);
  });
});
