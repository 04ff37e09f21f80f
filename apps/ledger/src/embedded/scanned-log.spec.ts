import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { flagsOf } from '#event-store';

const ENTRY = new URL('./scanned-log.ts', import.meta.url);

/** Addresses of all modules that a program loads, the audit rules among them. */
const LOADED = `
  const { registerHooks } = await import('node:module');
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  await import(${JSON.stringify(ENTRY.href)});
  const { loadRules } = await import('#audit-rules/folding');
  await loadRules();
  console.log(JSON.stringify(loaded));`;

it('is opened without the schemas of events and without what only questions and other homes need', () => {
  const flags = [...flagsOf(ENTRY), '--input-type=module', '--eval', LOADED];
  const loaded = JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })) as string[];
  expect(loaded.some((url) => url.includes('/rules/year-end-rush'))).toBe(true);
  expect(
    loaded.filter((url) => /\/node_modules\/(?:zod|pg)\/|\/libs\/[^/]+\/src\/index\./.test(url)),
  ).toEqual([]);
});
