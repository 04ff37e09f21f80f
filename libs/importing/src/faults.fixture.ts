import { expect } from '@jest/globals';
import { type FaultCode, planImport, type SourceFile } from './index.ts';
import { LedgerInMemory, replaced, sampleFiles, withFile } from './sample.fixture.ts';

export const sample = sampleFiles();

/** The sample without a file, with one text replaced, and with a row more. */
export const without = (name: string): SourceFile[] => sample.filter((file) => file.name !== name);
export const edit = (name: string, from: string, to: string): SourceFile[] =>
  replaced(sample, name, from, to);
export const append = (name: string, row: string): SourceFile[] =>
  withFile(sample, name, (content) => `${content.trimEnd()}\n${row}\n`);

/** Rows of the sample that several faults begin with. */
export const P01 = 'Q1-2569,P01,42.7377,20.2320,15.0334,0.6334';
export const TOTAL = 'P01,TOTAL,42.7377,30.7916,7.3036,23.4880';

/** What is wrong, the folder, and the fault that it must bring, at `file:line` or `file:line:column`. */
export type FaultCase = readonly [
  what: string,
  files: readonly SourceFile[],
  code: FaultCode,
  where: string,
  expected: RegExp,
];

export async function expectFault([, files, code, where, expected]: FaultCase): Promise<void> {
  const plan = await planImport(files, new LedgerInMemory());
  expect(plan.postings).toEqual([]);
  const [file = '', line = '', column] = where.split(':');
  const fault = plan.faults.find((each) => each.code === code && String(each.line) === line);
  expect(fault).toMatchObject({ file, ...(column === undefined ? {} : { column }) });
  expect(fault?.expected).toMatch(expected);
  expect(fault?.message).toContain(`${file} line ${line}`);
}
