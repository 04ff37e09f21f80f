import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly totalCruised: number;
  };
}

/** One file per fault: what it imports, and the rule that must find it. */
const faults: readonly (readonly [what: string, file: string, imports: string, rule: string])[] = [
  [
    'a library that imports an application',
    'libs/reporting/src/fault-app.ts',
    '../../../apps/ledger/src/main.ts',
    'libs-know-no-app',
  ],
  [
    'the service importing the command line',
    'apps/ledger/src/fault-cli.ts',
    '../../cli/src/main.ts',
    'ledger-knows-no-other-app',
  ],
  [
    'the kernel importing the budget',
    'libs/kernel/src/fault-budget.ts',
    '#budget',
    'kernel-knows-only-itself',
  ],
  [
    'the budget importing the store',
    'libs/budget/src/fault-store.ts',
    '#event-store',
    'budget-knows-only-kernel-access-control',
  ],
  [
    'performance importing the budget',
    'libs/performance/src/fault-budget.ts',
    '#budget',
    'performance-knows-only-kernel-access',
  ],
  [
    'the store importing the budget',
    'libs/event-store/src/fault-budget.ts',
    '#budget',
    'event-store-knows-only-kernel-sqlite',
  ],
  ['the budget importing Nest', 'libs/budget/src/fault-nest.ts', '@nestjs/common', 'rules-know-few-packages'],
  [
    'the budget importing Fastify',
    'libs/budget/src/fault-fastify.ts',
    '@nestjs/platform-fastify',
    'frameworks-stay-in-apps',
  ],
  [
    'the read models importing Nest',
    'libs/read-models/src/fault-nest.ts',
    '@nestjs/common',
    'frameworks-stay-in-apps',
  ],
  ['the budget importing SQLite', 'libs/budget/src/fault-sqlite.ts', 'node:sqlite', 'rules-know-no-machine'],
  [
    'the reports importing SQLite',
    'libs/reporting/src/fault-sqlite.ts',
    'node:sqlite',
    'sql-stays-in-stores',
  ],
  [
    'the kernel importing the file system',
    'libs/kernel/src/fault-file.ts',
    'node:fs',
    'rules-know-no-machine',
  ],
  [
    'a library reaching into another',
    'libs/reporting/src/fault-reach.ts',
    '../../budget/src/deep.ts',
    'libs-enter-by-index',
  ],
  [
    'an application reaching into a library',
    'apps/ledger/src/fault-reach.ts',
    '../../../libs/budget/src/deep.ts',
    'others-enter-by-index',
  ],
  [
    'the product importing a contract suite',
    'apps/ledger/src/fault-testing.ts',
    '#event-store/testing',
    'product-knows-no-test',
  ],
  [
    'the product importing a development package',
    'apps/ledger/src/fault-dev.ts',
    'fast-check',
    'product-needs-no-dev-package',
  ],
  [
    'a library that nobody entered in the table',
    'libs/stranger/src/index.ts',
    '#budget',
    'new-library-knows-only-kernel',
  ],
  ['a file that imports what is not there', 'libs/budget/src/fault-riddle.ts', './nowhere.ts', 'no-riddle'],
  ['two files that need each other', 'libs/budget/src/fault-cycle.ts', './fault-round.ts', 'no-cycle'],
];

const libraries = [
  'kernel',
  'budget',
  'performance',
  'organisation',
  'event-store',
  'posting',
  'read-models',
  'reporting',
  'importing',
];

/** A small monorepo of the same layout, with nothing wrong in it. */
const sound: Readonly<Record<string, string>> = {
  ...Object.fromEntries(libraries.map((name) => [`libs/${name}/src/index.ts`, 'export const here = 1;\n'])),
  'libs/budget/src/index.ts': "export * from './deep.ts';\n",
  'libs/budget/src/deep.ts': "import { here } from '#kernel';\nexport const deep = here;\n",
  'libs/event-store/testing/index.ts': "export * from '#event-store';\n",
  'libs/read-models/src/index.ts':
    "import 'node:sqlite';\nexport { deep } from '#budget';\nexport * from '#event-store';\n",
  'apps/ledger/src/main.ts': "import '@nestjs/common';\nexport * from '#read-models';\n",
  'apps/cli/src/main.ts': "export * from '../../ledger/src/main.ts';\n",
};

let folder = '';

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

async function cruise(): Promise<Report> {
  const tool = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [tool, '-c', '.dependency-cruiser.mjs', '-T', 'json', 'apps', 'libs'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Report;
}

describe('the rule that keeps imports one-way', () => {
  let before: Report;
  let after: Report;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'obligo-imports-'));
    for (const name of ['.dependency-cruiser.mjs', 'package.json', 'tsconfig.json']) {
      cpSync(path.join(ROOT, name), path.join(folder, name));
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    for (const [file, text] of Object.entries(sound)) write(file, text);
    before = await cruise();
    for (const [, file, imports] of faults) write(file, `import '${imports}';\n`);
    write('libs/budget/src/fault-round.ts', "import './fault-cycle.ts';\n");
    after = await cruise();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing where nothing is wrong', () => {
    expect(before.summary.totalCruised).toBeGreaterThan(Object.keys(sound).length);
    expect(before.summary.violations).toEqual([]);
  });

  it.each(faults)('finds %s', (_what, file, _imports, rule) => {
    const found = after.summary.violations
      .filter(({ from }) => from === file)
      .map((violation) => violation.rule.name);
    expect(found).toContain(rule);
  });

  it('blames only the files that are wrong', () => {
    const wrong = new Set([...faults.map(([, file]) => file), 'libs/budget/src/fault-round.ts']);
    expect(after.summary.violations.filter(({ from }) => !wrong.has(from))).toEqual([]);
  });
  it('lets each library know what the architecture page says', async () => {
    const rules = (await import(pathToFileURL(path.join(ROOT, '.dependency-cruiser.mjs')).href)) as {
      readonly mayKnow: Readonly<Record<string, readonly string[]>>;
    };
    const held = Object.entries(rules.mayKnow).map(([library, known]) => [library, known.toSorted()]);
    expect(Object.fromEntries(told())).toEqual(Object.fromEntries(held));
  });
});

/** What each library may know, as the table of the architecture page has it. */
function told(): [library: string, known: string[]][] {
  const page = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  const rows = page.matchAll(/^\| `libs\/([\w-]+)` .*\| ([^|]+) \|$/gm);
  const stands: Readonly<Record<string, readonly string[]>> = {
    nothing: [],
    rules: ['access', 'organisation', 'control', 'budget', 'performance'],
  };
  return [...rows].map(([, library = '', known = '']) => {
    const names = known.trim().split(', ');
    return [library, names.flatMap((name) => stands[name] ?? name).toSorted()];
  });
}
