import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { DatabaseHome } from '#database';
import { DATABASES, POSTGRES, SQLITE } from '#database/testing';
import { type Instant, RefusalError } from '#kernel';
import { Desk } from './index.ts';
import { SHAPE } from './schema.ts';

/** More attempts of the same person, without the product. */
const tenThousandMore = `
  WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 9999)
  INSERT INTO attempts (at, who, operation, path, status, code, message, body)
  SELECT at, who, operation, path, status, code, message, body FROM attempts CROSS JOIN numbers`;

let now = Date.parse('2025-12-05T02:00:00.000Z');

const openAt = (home: DatabaseHome, days = 730) =>
  Desk.open({ home, days, clock: () => new Date(now).toISOString() as Instant });
const codeOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
    return 'done';
  } catch (error) {
    return error instanceof RefusalError ? error.refusal.code : String(error);
  }
};
const malee = { owner: 'malee', organisation: 'etda' };
const draft = (id: string, content = '{}') => ({ id, kind: 'post', title: 'สัญญา 12', content });
const attempt = (who: string, code = 'budget-exceeded', body = '{"amount":"1.00"}') => ({
  at: new Date(now).toISOString() as Instant,
  who,
  operation: 'commitmentMake',
  project: 'P01',
  path: '/api/v1/budget-accounts/2569/P01/commitments',
  status: 422,
  code,
  message: 'ไม่พอ 0.01 บาท',
  shortfall: '0.01',
  body,
});

describe.each(DATABASES)('in %s:', (_name, kind) => {
  const database = kind.use();
  let home: DatabaseHome;
  let desk: Desk;
  const open = (days?: number) => openAt(home, days);

  beforeEach(async () => {
    home = await database.fresh();
    desk = await open();
  });
  afterEach(() => desk.close());

  describe('drafts', () => {
    it('are kept for the one who typed them, with their age, across a restart', async () => {
      await desk.keepDraft('malee', draft('a', 'พิมพ์ไว้'), 0);
      now += 60_000;
      await desk.keepDraft('malee', draft('a', 'พิมพ์ต่อ'), 1);
      await desk.close();
      desk = await open();
      expect(await desk.draft('malee', 'a')).toMatchObject({ content: 'พิมพ์ต่อ', revision: 2 });
      const [{ createdAt, changedAt } = { createdAt: '', changedAt: '' }] = await desk.drafts('malee');
      expect(Date.parse(changedAt) - Date.parse(createdAt)).toBe(60_000);
      expect(await desk.drafts('somchai')).toEqual([]);
      expect(await codeOf(() => desk.draft('somchai', 'a'))).toBe('draft-unknown');
      expect(await codeOf(() => desk.removeDraft('somchai', 'a'))).toBe('draft-unknown');
    });

    it('that two windows change are not silently overwritten', async () => {
      await desk.keepDraft('malee', draft('a'), 0);
      await desk.keepDraft('malee', draft('a', 'first window'), 1);
      expect(await codeOf(() => desk.keepDraft('malee', draft('a', 'second window'), 1))).toBe(
        'draft-changed-elsewhere',
      );
      expect(await codeOf(() => desk.keepDraft('malee', draft('a', 'begun twice'), 0))).toBe(
        'draft-changed-elsewhere',
      );
      await desk.removeDraft('malee', 'a');
      expect(await codeOf(() => desk.keepDraft('malee', draft('a', 'after it was sent'), 2))).toBe(
        'draft-changed-elsewhere',
      );
    });

    it('end where one person keeps too many, or too large ones; changing one is still possible', async () => {
      for (let each = 0; each < 200; each += 1) await desk.keepDraft('malee', draft(String(each)), 0);
      expect(await codeOf(() => desk.keepDraft('malee', draft('one more'), 0))).toBe('drafts-too-many');
      expect(await codeOf(() => desk.keepDraft('malee', draft('7', 'x'.repeat(20_000_001)), 1))).toBe(
        'drafts-too-many',
      );
      expect(await codeOf(() => desk.keepDraft('malee', draft('7', 'changed'), 1))).toBe('done');
      expect(await codeOf(() => desk.keepDraft('somchai', draft('own'), 0))).toBe('done');
    });
  });

  describe('preferences and visits', () => {
    it('are those of one person', async () => {
      await desk.keepPreferences('malee', '{"language":"en"}');
      await desk.keepPreferences('malee', '{"language":"th"}');
      expect(await desk.preferences('malee')).toBe('{"language":"th"}');
      expect(await desk.preferences('somchai')).toBeUndefined();
    });

    it('a visit lasts while somebody looks, and its end is what the next one is compared with', async () => {
      expect(await desk.lastVisit(malee)).toBeUndefined();
      await desk.visit(malee, '100');
      now += 10 * 60_000;
      await desk.visit(malee, '120');
      expect(await desk.lastVisit(malee)).toBeUndefined();
      now += 24 * 3_600_000;
      expect(await desk.lastVisit(malee)).toMatchObject({ position: '120' });
      await desk.visit(malee, '300');
      expect(await desk.lastVisit(malee)).toMatchObject({ position: '120' });
    });

    it('a visit is to one organisation; one to none in particular counts where that was never looked at', async () => {
      const other = { owner: 'malee', organisation: 'other' };
      await desk.visit({ owner: 'malee', organisation: '' }, '100');
      now += 24 * 3_600_000;
      await desk.visit(malee, '300');
      now += 24 * 3_600_000;
      expect(await desk.lastVisit(malee)).toMatchObject({ position: '300' });
      expect(await desk.lastVisit(other)).toMatchObject({ position: '100' });
    });

    it('are forgotten with the person; what was refused stays', async () => {
      await desk.keepDraft('malee', draft('a'), 0);
      await desk.keepPreferences('malee', '{}');
      await desk.visit(malee, '1');
      await desk.recordAttempt(attempt('malee'));
      await desk.forget('malee');
      expect([
        await desk.drafts('malee'),
        await desk.preferences('malee'),
        await desk.lastVisit(malee),
      ]).toEqual([[], undefined, undefined]);
      expect(await desk.attempts({ limit: 10 })).toHaveLength(1);
    });
  });

  describe('refused attempts', () => {
    it('are found by person, code, project, time and any part of their text, the newest first, page by page', async () => {
      await desk.recordAttempt(attempt('malee', 'budget-exceeded', '{"document":"สัญญา 100%_a"}'));
      now += 86_400_000;
      await desk.recordAttempt(attempt('somchai', 'period-closed'));
      await desk.recordAttempt(attempt('malee', 'period-closed'));
      const numbers = async (filter: object) =>
        (await desk.attempts({ limit: 10, ...filter })).map((each) => each.attempt);
      expect(await numbers({})).toEqual(['3', '2', '1']);
      expect(await numbers({ before: 3n, limit: 1 })).toEqual(['2']);
      expect(await numbers({ who: 'malee' })).toEqual(['3', '1']);
      expect(await numbers({ code: 'period-closed', who: 'somchai' })).toEqual(['2']);
      expect(await numbers({ project: 'P02' })).toEqual([]);
      expect(await numbers({ text: '100%_A' })).toEqual(['1']);
      expect(await numbers({ text: '100x_a' })).toEqual([]);
      expect(await numbers({ since: new Date(now).toISOString() })).toEqual(['3', '2']);
    });

    it('are never changed, are bounded per person, and end with the retention', async () => {
      await desk.recordAttempt(attempt('malee'));
      await database.foreign(home, tenThousandMore);
      for (let each = 0; each < 2; each += 1) await desk.recordAttempt(attempt('malee'));
      await desk.recordAttempt(attempt('somchai'));
      expect(await desk.attempts({ who: 'malee', limit: 20_000 })).toHaveLength(10_000);
      expect(await desk.attempts({ who: 'somchai', limit: 10 })).toHaveLength(1);
      const foreign = database.foreign(home, `UPDATE attempts SET who = 'nobody'`);
      await expect(foreign).rejects.toThrow(/never changed/);
      now += 3 * 86_400_000;
      await desk.close();
      desk = await open(2);
      expect(await desk.attempts({ limit: 10 })).toEqual([]);
    });

    it('keep no more of a long text than the desk decides', async () => {
      await desk.recordAttempt(attempt('malee', 'budget-exceeded', 'x'.repeat(100_000)));
      const [{ body } = { body: '' }] = await desk.attempts({ limit: 1 });
      expect([body.length, body.endsWith('…')]).toEqual([16_000, true]);
    });
  });
});

describe('the desk in PostgreSQL', () => {
  const database = POSTGRES.use();

  it('keeps one draft of two that two processes make on the same revision', async () => {
    const home = await database.fresh();
    const [desk, other] = [await openAt(home), await openAt(home)];
    await desk.keepDraft('malee', draft('a', 'begun here'), 0);
    expect((await other.draft('malee', 'a')).content).toBe('begun here');
    const both = await Promise.all(
      [desk, other].map((each, index) =>
        codeOf(() => each.keepDraft('malee', draft('a', `changed by ${String(index)}`), 1)),
      ),
    );
    expect(both.toSorted()).toEqual(['done', 'draft-changed-elsewhere']);
    expect((await desk.draft('malee', 'a')).revision).toBe(2);
    for (const each of [desk, other]) await each.close();
  });

  it('keeps what no text of PostgreSQL can hold as the sign for what cannot be shown', async () => {
    const desk = await openAt(await database.fresh());
    await desk.keepDraft('malee', draft('a', 'before\0after'), 0);
    expect((await desk.draft('malee', 'a')).content).toBe('before\u{FFFD}after');
    await desk.close();
  });

  it('is refused where nobody answers, and its connection string is not told', async () => {
    const refused = openAt({ postgres: 'postgres://obligo:the-secret@127.0.0.1:1/obligo' });
    await expect(refused).rejects.toMatchObject({
      refusal: { code: 'desk-unavailable', kind: 'unavailable' },
    });
    await expect(refused).rejects.not.toThrow('the-secret');
  });
});

describe('the file of the desk', () => {
  const database = SQLITE.use();

  it('is for its user alone, and another sort of file is refused', async () => {
    const home = await database.fresh();
    const file = 'file' in home ? home.file : '';
    await (await openAt(home)).close();
    expect(statSync(file).mode & 0o077).toBe(0);
    writeFileSync(file, 'not a database, but a text that is long enough to be looked at by the program');
    expect(await codeOf(() => openAt(home))).toBe('desk-file-unusable');
    rmSync(file);
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE something (x)');
    other.close();
    expect(await codeOf(() => openAt(home))).toBe('desk-file-unusable');
  });

  it('of before visits were told apart keeps them, for every organisation', async () => {
    const home = await database.fresh();
    const { applicationId, migrations } = SHAPE.file;
    const older = new DatabaseSync('file' in home ? home.file : '');
    older.exec(`${migrations[0] ?? ''} PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1;
      INSERT INTO visits VALUES ('malee', NULL, NULL, ${now - 86_400_000}, '120')`);
    older.close();
    const desk = await openAt(home);
    expect(await desk.lastVisit(malee)).toMatchObject({ position: '120' });
    await desk.visit(malee, '130');
    expect(await desk.lastVisit({ ...malee, organisation: 'other' })).toMatchObject({ position: '120' });
    await desk.close();
  });

  it('is refused when its guards were taken away, and when a newer program has written it', async () => {
    const home = await database.fresh();
    await (await openAt(home)).close();
    await database.foreign(home, 'DROP TRIGGER attempts_not_updated');
    expect(await codeOf(() => openAt(home))).toBe('desk-file-unusable');
    await database.foreign(home, 'PRAGMA user_version = 7');
    expect(await codeOf(() => openAt(home))).toBe('desk-newer-than-program');
  });
});
