import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Finding, readAnswer } from '../../scripts/audit/answer.ts';
import { type Exception, readExceptions } from '../../scripts/audit/exceptions.ts';
import { judge } from '../../scripts/audit/judge.ts';
import { tableOf } from '../../scripts/audit/table.ts';
import { type AuditAnswer, startRegistry } from './loopback-registry.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
/** What npm printed, in test/repository/npm-audit. */
const recorded = (name: string) => readAnswer(read(`test/repository/npm-audit/${name}.json`));

function recordedFindings(): readonly Finding[] {
  const answer = recorded('findings');
  if (answer.kind === 'none') throw new Error(answer.reason);
  return answer.findings;
}

describe('the answer of the registry', () => {
  it('is read as one finding for each advisory, and none for the packages that only pass it on', () => {
    const minimist = {
      package: 'minimist',
      title: 'Prototype Pollution in minimist',
      fix: 'mkdirp 1.0.4 (breaking)',
    };
    expect(recordedFindings()).toEqual([
      {
        advisory: 'GHSA-2p57-rm9w-gvfp',
        package: 'ip',
        severity: 'high',
        title: 'ip SSRF improper categorization in isPublic',
        fix: 'no fix yet',
      },
      { advisory: 'GHSA-vh95-rmgr-6w4m', severity: 'moderate', ...minimist },
      { advisory: 'GHSA-xvch-5gv4-984h', severity: 'critical', ...minimist },
      {
        advisory: 'GHSA-hrpp-h998-j3pp',
        package: 'qs',
        severity: 'high',
        title: 'qs vulnerable to Prototype Pollution',
        fix: 'npm audit fix',
      },
    ]);
  });

  it('is believed when it finds nothing', () => {
    expect(recorded('nothing')).toEqual({ kind: 'findings', findings: [] });
  });

  it.each([
    ['refused', '405 Method Not Allowed'],
    ['unreachable', 'ECONNREFUSED'],
  ])('is none when the registry was %s, and says why', (name, reason) => {
    expect(recorded(name)).toEqual({ kind: 'none', reason: expect.stringContaining(reason) });
  });

  it.each(['', 'npm error', '{}', '[]', 'null', '{"auditReportVersion":3,"vulnerabilities":{}}'])(
    'is none when npm prints %j',
    (text) => {
      expect(readAnswer(text).kind).toBe('none');
    },
  );

  it('is none when packages are vulnerable and nothing says by which advisory', () => {
    const vulnerabilities = { mkdirp: { via: ['minimist'], fixAvailable: false } };
    expect(readAnswer(JSON.stringify({ auditReportVersion: 2, vulnerabilities })).kind).toBe('none');
  });
});

describe('the judgement', () => {
  const finding: Finding = {
    advisory: 'GHSA-2p57-rm9w-gvfp',
    package: 'ip',
    severity: 'high',
    title: 'ip SSRF improper categorization in isPublic',
    fix: 'no fix yet',
  };
  const exception: Exception = {
    advisory: finding.advisory,
    package: 'ip',
    why: 'The product never asks it about an address from outside.',
    until: '2026-03-31',
  };

  it('passes when nothing is found', () => {
    expect(judge([], [], '2026-01-01')).toMatchObject({ passed: true, verdicts: [] });
  });

  it('fails for a finding that nobody accepted', () => {
    expect(judge([finding], [], '2026-01-01').passed).toBe(false);
  });

  it('passes for a finding that is accepted, on the last day too', () => {
    expect(judge([finding], [exception], '2026-03-31')).toMatchObject({ passed: true, unused: [] });
  });

  it('fails from the day after the exception has ended', () => {
    const judgement = judge([finding], [exception], '2026-04-01');
    expect(judgement).toMatchObject({ passed: false, expired: [exception] });
  });

  it('fails for an ended exception that nothing needs, so that the list stays true', () => {
    expect(judge([], [exception], '2026-04-01').passed).toBe(false);
  });

  it('passes with an exception that nothing needs, and names it', () => {
    expect(judge([], [exception], '2026-01-01')).toMatchObject({ passed: true, unused: [exception] });
  });

  it.each([
    ['another advisory', { ...exception, advisory: 'GHSA-hrpp-h998-j3pp' }],
    ['another package', { ...exception, package: 'ip-address' }],
  ])('accepts nothing on an exception for %s', (_, other) => {
    expect(judge([finding], [other], '2026-01-01')).toMatchObject({ passed: false, unused: [other] });
  });

  it('is shown as a table with the totals below', () => {
    const second = { ...finding, advisory: 'GHSA-hrpp-h998-j3pp', package: 'qs', severity: 'critical' };
    const unused = { ...exception, package: 'mkdirp' };
    expect(tableOf(judge([finding, second], [exception, unused], '2026-01-01'))).toEqual([
      'advisory             severity  package  state                      fix         title',
      'GHSA-2p57-rm9w-gvfp  high      ip       accepted until 2026-03-31  no fix yet  ip SSRF improper categorization in isPublic',
      'GHSA-hrpp-h998-j3pp  critical  qs       open                       no fix yet  ip SSRF improper categorization in isPublic',
      '',
      'The exception for GHSA-2p57-rm9w-gvfp in mkdirp is not needed: remove it.',
      '1 open, 1 accepted among the packages of the product.',
    ]);
  });
});

describe('the list of exceptions', () => {
  const entry = {
    advisory: 'GHSA-2p57-rm9w-gvfp',
    package: 'ip',
    why: 'The product never asks it about an address from outside.',
    until: '2026-03-31',
  };
  const list = (...entries: readonly object[]) => readExceptions(JSON.stringify(entries));

  it('of this repository is well formed', () => {
    expect(() => readExceptions(read('scripts/audit/exceptions.json'))).not.toThrow();
  });

  it('is read', () => {
    expect(list(entry)).toEqual([entry]);
  });

  it.each([
    ['an id that is none', { ...entry, advisory: 'CVE-2026-1' }, 'the id of an advisory'],
    ['no reason to speak of', { ...entry, why: 'later' }, 'a reason that others can judge'],
    ['a day that does not exist', { ...entry, until: '2026-02-30' }, 'a day such as'],
    ['a field that is not known', { ...entry, ticket: '12' }, 'ticket'],
  ])('is refused with %s', (_, wrong, message) => {
    expect(() => list(wrong)).toThrow(message);
  });

  it('is refused when it names a finding twice', () => {
    expect(() => list(entry, { ...entry, until: '2027-03-31' })).toThrow('GHSA-2p57-rm9w-gvfp in ip twice');
  });
});

describe('npm run audit', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'obligo-audit-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs it with a registry on this machine that answers every audit in the same way. */
  async function audit(
    answer: AuditAnswer,
    { settings = {}, list = '[]', args = [] as readonly string[] } = {},
  ) {
    await using registry = await startRegistry([], answer);
    const file = path.join(folder, 'exceptions.json');
    writeFileSync(file, list);
    const command = ['scripts/audit.ts', `--exceptions=${file}`, ...args];
    const env = { ...registry.environment, ...settings };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
      cwd: ROOT,
      env,
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString('utf8')));
    const code = await new Promise((resolve) => child.on('close', resolve));
    return { code, ...said };
  }
  const accept = (until: string) =>
    JSON.stringify([
      {
        advisory: 'GHSA-xvch-5gv4-984h',
        package: 'canonicalize',
        why: 'Events are the only thing it is given.',
        until,
      },
    ]);
  const advisories = (...names: readonly string[]): AuditAnswer => {
    const advisory = {
      id: 1097678,
      url: 'https://github.com/advisories/GHSA-xvch-5gv4-984h',
      title: 'Prototype Pollution',
      severity: 'critical',
      vulnerable_versions: '*',
    };
    return { status: 200, body: JSON.stringify(Object.fromEntries(names.map((name) => [name, [advisory]]))) };
  };

  it('passes when a registry that knows advisories has none for the product', async () => {
    expect(await audit(advisories('minimist'))).toEqual({
      code: 0,
      out: '0 open, 0 accepted among the packages of the product.\n',
      err: '',
    });
  });

  it('fails with the advisory and the package', async () => {
    const { code, out } = await audit(advisories('canonicalize'));
    expect(out).toMatch(/GHSA-xvch-5gv4-984h +critical +canonicalize +open/);
    expect(code).toBe(1);
  });

  it('passes with an exception for it, until that ends', async () => {
    const accepted = await audit(advisories('canonicalize'), { list: accept('9999-12-31') });
    expect(accepted).toMatchObject({ code: 0, out: expect.stringContaining('0 open, 1 accepted') });
    const ended = await audit(advisories('canonicalize'), { list: accept('2025-09-30') });
    expect(ended).toMatchObject({ code: 1, out: expect.stringContaining('ended on 2025-09-30') });
  });

  it('does not look at packages that are not passed on', async () => {
    expect((await audit(advisories('minimist', 'prettier', 'jest'))).code).toBe(0);
  });

  it.each([
    ['serves packages only', { status: 405, body: '' }, {}],
    ['has no advisories at all', { status: 200, body: '{}' }, {}],
    ['fails', { status: 500, body: 'out of order' }, {}],
    ['answers with a page', { status: 200, body: '<html></html>' }, {}],
    ['must not be asked, since npm is offline', advisories('canonicalize'), { npm_config_offline: 'true' }],
    ['is not there', advisories(), { npm_config_registry: 'http://127.0.0.1:9/' }],
  ])('has no verdict when the registry %s', async (_, answer, settings) => {
    const { code, out, err } = await audit(answer, { settings });
    expect(err).toContain('The registry gave no answer: ');
    expect(err).toContain('neither a finding nor an all-clear');
    expect({ code, out }).toEqual({ code: 3, out: '' });
  });

  it.each([
    ['a word it does not know', { args: ['--fix'] }],
    ['a list that is wrong', { list: '[{}]' }],
    ['a list that is no JSON', { list: 'none' }],
  ])('does not begin with %s', async (_, call) => {
    const { code, out, err } = await audit(advisories('minimist'), call);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});
