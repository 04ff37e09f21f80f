import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';
import {
  latestVerificationAnswer,
  verificationAnswer,
  verificationsAnswer,
} from './verifications.answers.ts';

let served: ServedLedger;
let auditor: string;
let reader: string;

beforeAll(async () => {
  served = await ServedLedger.open();
  auditor = await served.person('auditor-one', ['auditor']);
  reader = await served.person('reader-one', ['reader']);
  const maker = await served.person('maker-one', ['maker']);
  await served.must('organisations', {
    token: maker,
    body: { name: 'หน่วยงาน', nameEn: 'Agency', effectiveOn: '2025-10-01' },
  });
});
afterAll(() => served.close());

const latest = async (token = reader) =>
  latestVerificationAnswer.parse((await served.must('verifications/latest', { token })).json);

async function verified() {
  const { json } = await served.must('verifications', { token: auditor, body: {} });
  verificationAnswer.parse(json);
  for (;;) {
    const told = await latest();
    if (told.underway === null) return told;
    await pause(50);
  }
}

describe('a ledger that verifies itself', () => {
  it('says that it never did', async () => {
    expect(await latest()).toMatchObject({ verified: null, latest: null, isStale: false, underway: null });
  });

  it('says to everybody up to where it was verified, and to auditors what that came to', async () => {
    const told = await verified();
    expect(told.verified).toMatchObject({ position: told.head });
    const { rows } = verificationsAnswer.parse((await served.must('verifications', { token: auditor })).json);
    expect(rows).toEqual([
      expect.objectContaining({
        number: 1,
        outcome: 'sound',
        by: 'auditor-one',
        cause: 'asked',
        findings: [],
      }),
    ]);
    expect(await served.codeOf('verifications', { token: reader })).toBe('role-missing');
  });

  it('says what is wrong, and keeps what it last found sound', async () => {
    const before = (await latest()).verified;
    await served.must('journal', { token: auditor });
    const log = new DatabaseSync(served.ledger.embedded.folder.projectionsFile);
    log.exec("UPDATE journal_row SET reason = 'something else'");
    log.close();
    const told = await verified();
    expect(told).toMatchObject({ verified: before, latest: { outcome: 'findings' } });
    const { rows } = verificationsAnswer.parse((await served.must('verifications', { token: auditor })).json);
    expect(rows[0]?.findings[0]).toMatchObject({ code: 'read-model-differs', table: 'journal_row' });
  });

  it('lets nobody pass other figures off as read models of an earlier version', async () => {
    const log = new DatabaseSync(served.ledger.embedded.folder.projectionsFile);
    log.exec(`UPDATE contents SET projections = replace(projections, '"organisations"', '"organisation"')`);
    log.close();
    await verified();
    const { rows } = verificationsAnswer.parse((await served.must('verifications', { token: auditor })).json);
    expect(rows[0]).toMatchObject({
      outcome: 'findings',
      findings: [expect.objectContaining({ code: 'read-model-differs', file: 'projections.sqlite' })],
    });
  });
});
