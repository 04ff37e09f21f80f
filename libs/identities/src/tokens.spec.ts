import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { Office } from './identities.fixture.ts';

let office: Office;
beforeEach(() => {
  office = new Office({ idleMinutes: 30, absoluteHours: 2 });
});
afterEach(() => office.close());

const tokens = () => office.identities.tokens;
const issue = () =>
  tokens().issue({
    name: 'dashboards',
    subject: 'service:dashboards',
    kind: 'service',
    secondFactor: false,
    createdBy: 'admin',
    expiresAt: '2025-12-06T02:00:00.000Z' as Instant,
  });

describe('a service token', () => {
  it('is shown once; the file holds only its digest', () => {
    const { token } = issue();
    expect(token).toMatch(/^obligo_[\w-]{43}$/);
    expect(office.bytes()).not.toContain(token.slice('obligo_'.length));
    expect(JSON.stringify(tokens().list())).not.toContain(token.slice('obligo_'.length));
  });

  it('tells whose it is until it expires', () => {
    const { token } = issue();
    expect(tokens().find(token)).toMatchObject({ subject: 'service:dashboards', kind: 'service' });
    office.wait(24 * 3_600_000);
    expect(tokens().find(token)).toBeUndefined();
  });

  it('ends at once when it is revoked, and stays in the list', () => {
    const { token, record } = issue();
    tokens().revoke(record.id, 'admin');
    expect(tokens().find(token)).toBeUndefined();
    expect(tokens().list()).toEqual([
      expect.objectContaining({ id: record.id, revokedAt: '2025-12-05T02:00:00.000Z' }),
    ]);
  });

  it('shows its last use, to the minute', () => {
    const { token } = issue();
    const lastUse = () => tokens().list()[0]?.lastUsedAt;
    expect(lastUse()).toBeUndefined();
    tokens().find(token);
    expect(lastUse()).toBe('2025-12-05T02:00:00.000Z');
    office.wait(59_999);
    tokens().find(token);
    expect(lastUse()).toBe('2025-12-05T02:00:00.000Z');
    office.wait(1);
    tokens().find(token);
    expect(lastUse()).toBe('2025-12-05T02:01:00.000Z');
  });

  it('stays in the list for good; one of a person is forgotten a month after it ended', () => {
    issue();
    const ofPerson = { name: 'sign-in', subject: 'malee', kind: 'person', secondFactor: false } as const;
    const expiresAt = '2025-12-05T14:00:00.000Z' as Instant;
    tokens().issue({ ...ofPerson, createdBy: 'malee', expiresAt });
    const subjects = () =>
      tokens()
        .list()
        .map(({ subject }) => subject)
        .sort();
    office.wait(30 * 24 * 3_600_000);
    tokens().issue({ ...ofPerson, createdBy: 'malee', expiresAt });
    expect(subjects()).toEqual(['malee', 'malee', 'service:dashboards']);
    office.wait(24 * 3_600_000);
    tokens().issue({ ...ofPerson, subject: 'somsri', createdBy: 'somsri', expiresAt });
    expect(subjects()).toEqual(['service:dashboards', 'somsri']);
  });

  it.each(['', 'obligo_', 'obligo_AAAA', 'Bearer x', 'x'.repeat(10_000)])('is none of %j', (text) => {
    expect(tokens().find(text.slice(0, 100))).toBeUndefined();
  });
});

describe('a session', () => {
  beforeEach(() => office.person());

  const read = (id: string): unknown => {
    let found: unknown;
    office.identities.sessions.get(id, (_error, session) => (found = session));
    return found;
  };
  const write = (id: string): void =>
    office.identities.sessions.set(id, { person: 'malee' }, () => undefined);

  it('is found by its id, which stands nowhere in the file', () => {
    write('the-secret-id');
    expect(read('the-secret-id')).toEqual({ person: 'malee' });
    expect(read('another-id')).toBeNull();
    expect(office.bytes()).not.toContain('the-secret-id');
  });

  it('ends when it is not used', () => {
    write('id');
    office.wait(29 * 60_000);
    write('id');
    office.wait(29 * 60_000);
    expect(read('id')).not.toBeNull();
    office.wait(60_000);
    expect(read('id')).toBeNull();
  });

  it('ends after its hours, however much it is used', () => {
    for (let minutes = 0; minutes < 120; minutes += 20) {
      write('id');
      expect(read('id')).not.toBeNull();
      office.wait(20 * 60_000);
    }
    expect(read('id')).toBeNull();
    write('another');
    expect(office.bytes()).toContain('malee');
  });

  it('is written when it changes, and to say that it is used, but not for each answer', () => {
    const cookie = (expires: number) => ({ cookie: { originalMaxAge: 60_000, expires } });
    const keep = (contents: object): number => {
      const before = office.commits();
      office.identities.sessions.set('id', { person: 'malee', ...contents }, () => undefined);
      return office.commits() - before;
    };
    expect(keep(cookie(1))).toBe(1);
    office.wait(59_999);
    expect(keep(cookie(2))).toBe(0);
    expect(keep({ ...cookie(3), csrf: 'new' })).toBe(1);
    office.wait(60_000);
    expect(keep({ ...cookie(4), csrf: 'new' })).toBe(1);
    expect(read('id')).toEqual({ person: 'malee', ...cookie(4), csrf: 'new' });
  });

  it('ends with all others of its person', () => {
    write('one');
    write('two');
    office.identities.sessions.endAll('malee');
    expect([read('one'), read('two')]).toEqual([null, null]);
  });

  it('ends when it is destroyed', () => {
    write('id');
    office.identities.sessions.destroy('id', () => undefined);
    expect(read('id')).toBeNull();
  });
});
