import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DATABASES } from '#database/testing';
import type { Instant } from '#kernel';
import { destroySession, GOOD, Office, OTHER, readSession, writeSession } from './identities.fixture.ts';

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const office = new Office(kind);
  beforeEach(async () => {
    await office.begin();
    await office.person();
  });
  afterEach(() => office.end());

  const people = () => office.identities.people;
  const write = (id: string, contents?: object) => writeSession(office.identities, id, contents);
  const read = (id: string) => readSession(office.identities, id);
  const tokenOf = async (subject: string): Promise<string> => {
    const { token } = await office.identities.tokens.issue({
      name: 'cli',
      subject,
      kind: 'person',
      secondFactor: false,
      createdBy: subject,
      expiresAt: '2026-01-01T00:00:00.000Z' as Instant,
    });
    return token;
  };

  describe('a session that was ended', () => {
    it('is not brought back by the answer of a request that was under way', async () => {
      await write('id');
      await people().changePassword('malee', GOOD, OTHER);
      await write('id');
      expect(await read('id')).toBeNull();
    });

    it('is not brought back by a second request after signing out', async () => {
      await write('id');
      await destroySession(office.identities, 'id');
      await write('id');
      expect(await read('id')).toBeNull();
    });

    it('keeps nothing of what it held', async () => {
      await write('id', { person: 'malee', note: 'held-by-the-session' });
      await destroySession(office.identities, 'id');
      await office.reopen();
      expect(await office.bytes()).not.toContain('held-by-the-session');
    });
  });

  describe('a session that is made while its account is closed', () => {
    it.each(['close', 'erase'] as const)('lets nobody in after the account is gone: %s', async (end) => {
      await people()[end]('malee', 'admin');
      await write('id');
      expect(await read('id')).toBeNull();
    });

    it('does not come to life when the account is opened again', async () => {
      await people().close('malee', 'admin');
      await write('id');
      await people().reopen('malee', 'admin');
      expect(await read('id')).toBeNull();
      await write('another');
      expect(await read('another')).not.toBeNull();
    });
  });

  describe('a token of somebody whose account is closed', () => {
    it('ends by the hand of whoever closed the account, and does not come back with it', async () => {
      const token = await tokenOf('malee');
      await people().close('malee', 'admin');
      const [closed, ended] = await office.identities.happenings.list({ name: 'malee', limit: 2 });
      expect([closed, ended]).toEqual([
        expect.objectContaining({ kind: 'closed', by: 'admin' }),
        expect.objectContaining({ kind: 'token-revoked', by: 'admin' }),
      ]);
      await people().reopen('malee', 'admin');
      expect(await office.identities.tokens.find(token)).toBeUndefined();
    });
  });
});
