import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { sampleBundle, scratchFolder } from './bundle.fixture.ts';
import { checkpointCases } from './checkpoint-cases.fixture.ts';
import { contentCases } from './content-cases.fixture.ts';
import type { Finding } from './finding.ts';
import { folderCases } from './folder-cases.fixture.ts';
import { historyCases } from './history-cases.fixture.ts';
import { lineCases } from './line-cases.fixture.ts';
import { type Kept, set, type Tampering, text, TOTALS } from './tampering.fixture.ts';
import { verifyBundle } from './verify-bundle.ts';

const VERIFIER = path.join(import.meta.dirname, '../../verifier');
const scratch = scratchFolder();
afterAll(scratch.dispose);

interface Outside {
  readonly keysFile?: string;
  readonly checkpointFile?: string;
}

interface Prepared extends Outside {
  readonly folder: string;
}

function outsideOf(folder: string, { keys, checkpoint }: Kept = {}): Outside {
  const [keysFile, checkpointFile] = [path.join(folder, '../keys.txt'), path.join(folder, '../kept.txt')];
  if (keys !== undefined) writeFileSync(keysFile, keys);
  if (checkpoint !== undefined) writeFileSync(checkpointFile, checkpoint);
  return { ...(keys !== undefined && { keysFile }), ...(checkpoint !== undefined && { checkpointFile }) };
}

let sample: string;
beforeAll(async () => {
  sample = await sampleBundle(scratch.folder);
});

function prepare([, tamper, , kept]: Tampering): Prepared {
  const folder = path.join(mkdtempSync(path.join(scratch.folder, 't-')), 'B');
  cpSync(sample, folder, { recursive: true });
  tamper(folder);
  return { folder, ...outsideOf(folder, kept) };
}

async function ours({ folder, ...outside }: Prepared): Promise<Finding[]> {
  const found: Finding[] = [];
  await verifyBundle(folder, { onFinding: (one) => void found.push(one), ...outside });
  return found;
}

/** One run of Python for many bundles; each line of its answer holds the findings of one of them. */
const MANY = `
import functools, json, sys, verify
# The same signatures stand in most of the bundles.
verify.ed25519_verify = functools.lru_cache(None)(verify.ed25519_verify)
class Findings(verify.Report):
    def __init__(self):
        super().__init__(True)
        self.found = []
    def finding(self, code, message, file, line=None, stream=None, revision=None):
        self.found.append({"code": code, "file": file, "line": line, "stream": stream})
for each in json.load(open(sys.argv[1])):
    report = Findings()
    verify.verify(each["folder"], report, each.get("keysFile"), each.get("checkpointFile"))
    print(json.dumps(report.found))
`;

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn('python3', ['-B', ...args], { cwd: VERIFIER, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}

const placesOf = (found: readonly Finding[]): string[] =>
  [...new Set(found.map(({ code, file, line }) => `${code} ${file}${line ? `:${line}` : ''}`))].sort();

/** Ours leaves to its caller what the events add up to; everything else is compared. */
const isTotal = ({ code, file, line, stream }: Finding): boolean =>
  code === 'totals-differ' && (file !== 'totals.json' || Boolean(line) || Boolean(stream));

const groups = {
  folder: folderCases,
  history: historyCases,
  lines: lineCases,
  contents: contentCases,
  checkpoints: checkpointCases,
};
const cases = Object.values(groups).flat();

describe('what was done to a bundle', () => {
  const found = new Map<Tampering, { readonly our: string[]; readonly their: string[] }>();
  beforeAll(async () => {
    const prepared = cases.map(prepare);
    const list = path.join(scratch.folder, 'bundles.json');
    writeFileSync(list, JSON.stringify(prepared));
    const { stdout, stderr } = await run('-c', MANY, list);
    const answers = stdout.trim().split('\n');
    if (answers.length !== cases.length) throw new Error(stderr);
    for (const [at, tampering] of cases.entries()) {
      const their = (JSON.parse(answers[at]!) as Finding[]).filter((one) => !isTotal(one));
      found.set(tampering, { our: placesOf(await ours(prepared[at]!)), their: placesOf(their) });
    }
  }, 120_000);

  describe.each(Object.entries(groups))('to its %s', (_, group) => {
    it.each(group.map((tampering) => [tampering[0], tampering] as const))(
      'is found and located by both verifiers: %s',
      (_name, tampering) => {
        const { our, their } = found.get(tampering)!;
        expect(our).toEqual([...tampering[2]].sort());
        expect(their).toEqual(our);
      },
    );
  });

  it('is called by names that tell the cases apart', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });
});

describe('the verifier in Python', () => {
  const verify = (...args: string[]) => run('verify.py', ...args);

  it('finds nothing in the sample, and says what it relied on', async () => {
    const { code, stdout } = await verify(sample);
    expect(stdout).toContain('Checked 12 events, 3 of the access log and 4 checkpoints.');
    expect(stdout).toContain('Nothing was found.');
    expect(code).toBe(0);
  });

  it('writes findings as JSON, ends with 6, and keeps its summary apart', async () => {
    const { folder } = prepare(historyCases[0]!);
    const { code, stdout, stderr } = await verify(folder, '--json');
    const [first] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Finding);
    expect(first).toMatchObject({ code: 'link-broken', file: 'events.jsonl', line: 7, revision: '3' });
    expect(first!.stream).toBe('budgetaccount-etda.2569.P01');
    expect(stderr).toContain('Findings: ');
    expect(code).toBe(6);
  });

  it('tells findings as sentences with their place', async () => {
    const { folder } = prepare(historyCases[0]!);
    expect((await verify(folder)).stdout).toMatch(
      /^events\.jsonl, line 7, stream .*, revision 3: .* \(link-broken\)$/m,
    );
  });

  it('takes keys and checkpoints from outside', async () => {
    const tampering = cases.find(([name]) => name.includes('found by the checkpoint that was kept'))!;
    const { folder, checkpointFile } = prepare(tampering);
    expect((await verify(folder, '--checkpoint', checkpointFile!)).stdout).toContain('outside, line 1');
    const keys = path.join(sample, 'keys.txt');
    expect((await verify(sample, '--keys', keys)).stdout).toContain('Signed with keys from outside');
  });

  it.each([
    [
      'an amount in the totals',
      text(TOTALS, (t) => t.replace('"1000.00"', '"1000.01"')),
      'totals.json, line 2, stream',
    ],
    [
      'a row of the totals dropped',
      text(TOTALS, (t) => t.replace(/^.*"P02".*"after".*\n/m, '').replace(/,\n]/, '\n]')),
      'totals.json, stream',
    ],
    [
      'an event that moves money in another quarter',
      set(6, { effectiveOn: '2026-07-01' }),
      'P02: Q1: budget',
    ],
    [
      'an event of a type that nobody knows',
      set(12, { type: 'BudgetVanished' }),
      'events.jsonl, line 12, stream',
    ],
  ])('adds up the events again: %s', async (_, tamper, told) => {
    const { folder } = prepare(['', tamper, []]);
    const { stdout } = await verify(folder);
    expect(
      stdout
        .split('\n')
        .filter((one) => one.endsWith('(totals-differ)'))
        .join('\n'),
    ).toContain(told);
  });

  it('passes its own tests, against the golden vectors', async () => {
    const { code, stderr } = await run('-m', 'unittest');
    expect(stderr).toMatch(/Ran \d+ tests[\s\S]*\nOK\n$/);
    expect(code).toBe(0);
  });

  it('ends with 1 when there is no bundle, and with 2 when it is called wrongly', async () => {
    expect(await verify(path.join(scratch.folder, 'nowhere'))).toMatchObject({ code: 1, stdout: '' });
    expect(await verify(sample, '--keys', 'nowhere.txt')).toMatchObject({ code: 1 });
    expect(await verify()).toMatchObject({ code: 2 });
    expect(await verify(sample, '--shout')).toMatchObject({ code: 2 });
  });
});
