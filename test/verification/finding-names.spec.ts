import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bilingual, VERIFICATION_FINDING_NAMES, verificationFindingName } from '#glossary';
import type { VerificationCode } from '#verification';

const DOCS = path.resolve(import.meta.dirname, '../../docs');

/** The codes of the tables under `code` in a page. */
function codesIn(page: string): string[] {
  const text = readFileSync(path.join(DOCS, page), 'utf8');
  const tables = text.split('\n\n').filter((part) => /^\| code +\|/.test(part));
  return tables.flatMap((table) => [...table.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, code = '']) => code));
}

it('whatever a verification finds is told in the documents and has a name in both languages', () => {
  const names: Readonly<Record<VerificationCode, Bilingual>> = VERIFICATION_FINDING_NAMES;
  const told = new Set([...codesIn('verification.md'), ...codesIn('audit-trail-format.md')]);
  expect(Object.keys(names).toSorted()).toEqual([...told].toSorted());
  for (const { th, en } of Object.values(names)) {
    expect([/[\u0E00-\u0E7F]/.test(th), /[\u0E00-\u0E7F]/.test(en)]).toEqual([true, false]);
  }
  expect(verificationFindingName('read-model-differs')?.en).toBe('A read model is not what the events give');
  expect(verificationFindingName('constructor')).toBeUndefined();
});
