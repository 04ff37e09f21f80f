import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DATABASES } from '#database/testing';
import type { Instant } from '#kernel';
import { destroySession, Office, readSession, writeSession } from './identities.fixture.ts';

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const office = new Office(kind, { idleMinutes: 30, absoluteHours: 2 });
  beforeEach(() => office.begin());
  afterEach(() => office.end());

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
    it('is shown once; the file holds only its digest', async () => {
      const { token } = await issue();
      expect(token).toMatch(/^obligo_[\w-]{43}$/);
      expect(await office.bytes()).not.toContain(token.slice('obligo_'.length));
      expect(JSON.stringify(await tokens().list())).not.toContain(token.slice('obligo_'.length));
    });

    it('tells whose it is until it expires', async () => {
      const { token } = await issue();
      expect(await tokens().find(token)).toMatchObject({ subject: 'service:dashboards', kind: 'service' });
      for (let use = 0; use < 2; use += 1) expect(await tokens().find(token)).toBeDefined();
      office.wait(24 * 3_600_000);
      expect(await tokens().find(token)).toBeUndefined();
    });

    it('ends at once when it is revoked, and stays in the list', async () => {
      const { token, record } = await issue();
      await tokens().revoke(record.id, 'admin');
      expect(await tokens().find(token)).toBeUndefined();
      expect(await tokens().list()).toEqual([
        expect.objectContaining({ id: record.id, revokedAt: '2025-12-05T02:00:00.000Z' }),
      ]);
    });

    it('ends at once when it is revoked between two uses, however often it was recognised before', async () => {
      const [first, second] = [await issue(), await issue()];
      for (let use = 0; use < 3; use += 1) {
        expect(await tokens().find(first.token)).toMatchObject({ id: first.record.id });
        expect(await tokens().find(second.token)).toMatchObject({ id: second.record.id });
      }
      const { token, record } = first;
      await Promise.all([tokens().find(token), tokens().revoke(record.id), tokens().find(token)]);
      expect(await tokens().find(first.token)).toBeUndefined();
      expect(await tokens().find(second.token)).toMatchObject({ id: second.record.id });
    });

    it('of a person ends at once when the account is closed, and does not come back by being known', async () => {
      await office.person();
      const { token } = await tokens().issue({
        name: 'sign-in',
        subject: 'malee',
        kind: 'person',
        secondFactor: true,
        createdBy: 'malee',
        expiresAt: '2025-12-05T14:00:00.000Z' as Instant,
      });
      for (let use = 0; use < 3; use += 1) {
        expect(await tokens().find(token)).toMatchObject({ subject: 'malee', secondFactor: true });
      }
      await office.identities.people.close('malee', 'admin');
      expect(await tokens().find(token)).toBeUndefined();
    });

    it('shows its last use, to the minute', async () => {
      const { token } = await issue();
      const lastUse = async () => (await tokens().list())[0]?.lastUsedAt;
      expect(await lastUse()).toBeUndefined();
      await tokens().find(token);
      expect(await lastUse()).toBe('2025-12-05T02:00:00.000Z');
      office.wait(59_999);
      await tokens().find(token);
      expect(await lastUse()).toBe('2025-12-05T02:00:00.000Z');
      office.wait(1);
      await tokens().find(token);
      expect(await lastUse()).toBe('2025-12-05T02:01:00.000Z');
    });

    it('stays in the list for good; one of a person is forgotten a month after it ended', async () => {
      await issue();
      const ofPerson = { name: 'sign-in', subject: 'malee', kind: 'person', secondFactor: false } as const;
      const expiresAt = '2025-12-05T14:00:00.000Z' as Instant;
      await tokens().issue({ ...ofPerson, createdBy: 'malee', expiresAt });
      const subjects = async () => (await tokens().list()).map(({ subject }) => subject).sort();
      office.wait(30 * 24 * 3_600_000);
      await tokens().issue({ ...ofPerson, createdBy: 'malee', expiresAt });
      expect(await subjects()).toEqual(['malee', 'malee', 'service:dashboards']);
      office.wait(24 * 3_600_000);
      await tokens().issue({ ...ofPerson, subject: 'somsri', createdBy: 'somsri', expiresAt });
      expect(await subjects()).toEqual(['service:dashboards', 'somsri']);
    });

    it.each(['', 'obligo_', 'obligo_AAAA', 'Bearer x', 'x'.repeat(10_000)])('is none of %j', async (text) => {
      expect(await tokens().find(text.slice(0, 100))).toBeUndefined();
    });
  });

  describe('a session', () => {
    beforeEach(() => office.person());

    const read = (id: string) => readSession(office.identities, id);
    const write = (id: string) => writeSession(office.identities, id);

    it('is found by its id, which stands nowhere in the file', async () => {
      await write('the-secret-id');
      expect(await read('the-secret-id')).toEqual({ person: 'malee' });
      expect(await read('another-id')).toBeNull();
      expect(await office.bytes()).not.toContain('the-secret-id');
    });

    it('ends when it is not used', async () => {
      await write('id');
      office.wait(29 * 60_000);
      await write('id');
      office.wait(29 * 60_000);
      expect(await read('id')).not.toBeNull();
      office.wait(60_000);
      expect(await read('id')).toBeNull();
    });

    it('ends after its hours, however much it is used', async () => {
      for (let minutes = 0; minutes < 120; minutes += 20) {
        await write('id');
        expect(await read('id')).not.toBeNull();
        office.wait(20 * 60_000);
      }
      expect(await read('id')).toBeNull();
      await write('another');
      expect(await office.bytes()).toContain('malee');
    });

    it('ends with all others of its person', async () => {
      await write('one');
      await write('two');
      await office.identities.sessions.endAll('malee');
      expect([await read('one'), await read('two')]).toEqual([null, null]);
    });

    it('ends when it is destroyed', async () => {
      await write('id');
      await destroySession(office.identities, 'id');
      expect(await read('id')).toBeNull();
    });
  });
});
