import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LogRestoration } from '#event-store';
import { ledgerNames, readLog, sumsOfFiles } from './frozen.fixture.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let data = '';

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'obligo-freeze-'));
});

afterEach(() => rmSync(data, { recursive: true, force: true }));

function freeze(...args: string[]) {
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const script = path.join(ROOT, 'scripts/freeze-events.ts');
  return spawnSync(process.execPath, [...flags, script, ...args], { cwd: ROOT, encoding: 'utf8' });
}

it('a ledger that holds nothing new is not kept, and what is kept stays as it is', () => {
  const restoration = LogRestoration.into(path.join(data, 'ledger.sqlite'));
  for (const event of readLog('rare-steps', 'events')) restoration.add(event);
  restoration.finish();
  const before = sumsOfFiles();
  expect(freeze('--name=rare-steps-again', data)).toMatchObject({
    status: 0,
    stdout: `${data} holds no event type or version that has no fixture.\n`,
  });
  expect(sumsOfFiles()).toEqual(before);
  expect(ledgerNames()).not.toContain('rare-steps-again');
});

it.each([[[]], [['--name=a/b', 'D']], [['--name=a']]])('%j is not how it is called', (args) => {
  expect(freeze(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: ') });
});
