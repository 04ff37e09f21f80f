import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { happeningsAnswer } from '../access/happenings.answers.ts';
import type { AnswerSchema } from '../http/answer-schema.ts';
import { readingsAnswer } from '../readings/readings.answers.ts';
import { logRootsAnswer, receiptAnswer } from '../receipts/receipts.answers.ts';
import {
  checkpointsAnswer,
  consistencyAnswer,
  sealAnswer,
  verifierKeysAnswer,
} from '../sealing/seal.answers.ts';
import { auditRulesAnswer, findingAnswer, findingsAnswer } from './findings.answers.ts';

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

/** Strictly what the description says, nothing more and nothing less. */
const faultsOf = (answer: AnswerSchema, json: unknown): unknown => answer.safeParse(json).error?.issues ?? [];

describe('what auditors are answered is what its description says', () => {
  it.each<[string, AnswerSchema]>([
    ['receipts/12?seal=true', receiptAnswer],
    ['receipts/log-roots?sizes=1,12', logRootsAnswer],
    ['seal', sealAnswer],
    ['checkpoints', checkpointsAnswer],
    ['checkpoints/keys', verifierKeysAnswer],
    ['checkpoints/consistency?from=1&to=12', consistencyAnswer],
    ['audit/findings?includeEnded=true&effectiveTo=2027-01-01', findingsAnswer],
    ['audit/rules', auditRulesAnswer],
  ])('%s', async (path, answer) => {
    const { status, json } = await ledger.get(path);
    expect([status, faultsOf(answer, json)]).toEqual([200, []]);
  });

  it('of a finding with its events', async () => {
    const { json } = await ledger.get('audit/findings');
    const [{ id } = { id: '' }] = json['rows'] as unknown as { id: string }[];
    expect(faultsOf(findingAnswer, (await ledger.get(`audit/findings/${id}`)).json)).toEqual([]);
  });

  it('of those who looked, and of what concerned accounts', async () => {
    const served = await ServedLedger.open();
    const token = await served.person('auditor-one', ['auditor']);
    await served.codeOf('journal?project=P01', { token });
    expect(faultsOf(readingsAnswer, (await served.must('readings?who=auditor-one', { token })).json)).toEqual(
      [],
    );
    expect(faultsOf(happeningsAnswer, (await served.must('access/happenings', { token })).json)).toEqual([]);
    await served.close();
  });
});
