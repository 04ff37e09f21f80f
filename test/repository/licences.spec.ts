import { beforeAll, describe, expect, it } from '@jest/globals';
import { init, type ModuleInfos } from 'license-checker-rseidelsohn';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judgeLicences, type LicencePolicy, type Licensed } from './licences.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  /** Development packages need it, or another package may use it when it is there. */
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

const policy = json('test/repository/licences.json') as LicencePolicy;
const lock = json('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
/** What the lock file brings to those who run the product, also on other kinds of machine. */
const locked = Object.entries(lock.packages)
  .filter(([place, { dev, devOptional }]) => place !== '' && dev !== true && devOptional !== true)
  .map(([place, { version, license = 'UNKNOWN', optional = false }]) => ({
    package: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    licence: license,
    optional,
  }));

const nameOf = (found: { package: string; version: string }) => `${found.package}@${found.version}`;

let installed: readonly Licensed[] = [];

beforeAll(async () => {
  const infos = await new Promise<ModuleInfos>((resolve, reject) => {
    const options = { start: ROOT, production: true, excludePrivatePackages: true };
    init(options, (error: Error | null | undefined, found) => (error ? reject(error) : resolve(found)));
  });
  installed = Object.entries(infos).map(([key, { licenses }]) => ({
    package: key.slice(0, key.lastIndexOf('@')),
    version: key.slice(key.lastIndexOf('@') + 1),
    // More than one without saying how they combine: all of them must do.
    licence: [licenses ?? 'UNKNOWN'].flat().join(' AND '),
  }));
});

describe('the packages that come with the product', () => {
  it('are all looked at, those of packages too', () => {
    const seen = new Set(installed.map(nameOf));
    const missing = locked.filter((found) => !found.optional && !seen.has(nameOf(found)));
    expect(installed.length).toBeGreaterThan(100);
    expect(missing.map(nameOf)).toEqual([]);
  });

  it('have a licence that is allowed, and no exception that is not needed', () => {
    const seen = new Set(installed.map(nameOf));
    const elsewhere = locked.filter((found) => !seen.has(nameOf(found)));
    expect(judgeLicences([...installed, ...elsewhere], policy)).toEqual([]);
  });
});

describe('the list of licences', () => {
  it('gives a reason for every entry', () => {
    const reasons = [...policy.allowed, ...policy.exceptions].map(({ why }) => why);
    expect(reasons.filter((why) => why.trim().length < 10)).toEqual([]);
  });

  it('names each licence and each exception once', () => {
    const licences = policy.allowed.map(({ licence }) => licence);
    const exceptions = policy.exceptions.map((entry) => `${entry.package} ${entry.licence}`);
    expect(new Set(licences).size).toBe(licences.length);
    expect(new Set(exceptions).size).toBe(exceptions.length);
  });
});

describe('the judge of licences', () => {
  const list: LicencePolicy = {
    allowed: [
      { licence: 'MIT', why: 'permissive' },
      { licence: 'ISC', why: 'permissive' },
    ],
    exceptions: [],
  };
  const judge = (licence: string, exceptions: LicencePolicy['exceptions'] = []) =>
    judgeLicences([{ package: 'ledger-lines', version: '2.1.0', licence }], { ...list, exceptions });

  it.each(['MIT', 'MIT AND ISC', '(MIT OR GPL-3.0-only)', 'GPL-3.0-only OR ISC'])(
    'lets %s pass',
    (licence) => {
      expect(judge(licence)).toEqual([]);
    },
  );

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'MIT AND GPL-3.0-only',
    '(GPL-2.0-only OR LGPL-2.1-only)',
    'MIT OR ISC AND GPL-3.0-only',
    'MIT*',
    'UNLICENSED',
    'UNKNOWN',
    'SEE LICENSE IN LICENSE.txt',
    '',
  ])('names the package that comes under "%s"', (licence) => {
    expect(judge(licence)).toEqual([
      `ledger-lines@2.1.0: "${licence}" is not on the list of allowed licences.`,
    ]);
  });

  it('lets a package pass that has an exception for just that licence', () => {
    const exception = { package: 'ledger-lines', licence: 'MPL-2.0', why: 'unchanged, in files of its own' };
    expect(judge('MPL-2.0', [exception])).toEqual([]);
    expect(judge('GPL-3.0-only', [exception])).toEqual([
      'ledger-lines@2.1.0: "GPL-3.0-only" is not on the list of allowed licences.',
      'ledger-lines: the exception for "MPL-2.0" is no longer needed.',
    ]);
  });

  it('tells of an exception for a package that is gone, or whose licence is allowed by now', () => {
    const exceptions = [
      { package: 'ledger-lines', licence: 'MIT', why: 'was not allowed once' },
      { package: 'long-gone', licence: 'MPL-2.0', why: 'was needed once' },
    ];
    expect(judge('MIT', exceptions)).toEqual([
      'ledger-lines: the exception for "MIT" is no longer needed.',
      'long-gone: the exception for "MPL-2.0" is no longer needed.',
    ]);
  });
});
