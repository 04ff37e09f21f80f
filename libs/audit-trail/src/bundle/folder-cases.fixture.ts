import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rewrite } from './bundle.fixture.ts';
import { ACCESS, EVENTS, KEYS, manifest, type Tampering, text, TOTALS } from './tampering.fixture.ts';

const SCHEMA_FILE = 'schemas/BudgetAllocated.v1.json';
const MANIFEST = ['manifest-mismatch manifest.json'];
const SCHEMA = [`manifest-mismatch ${SCHEMA_FILE}`];
const TOTALS_UNREADABLE = ['totals-differ totals.json'];

/** The first two rows change places. */
function swapped(before: string): string {
  const [open = '', first = '', second = '', ...others] = before.split('\n');
  return [open, second, first, ...others].join('\n');
}

export const folderCases: readonly Tampering[] = [
  [
    'one byte of a schema',
    (folder) => rewrite(folder, SCHEMA_FILE, (t) => t.replace('A', 'a'), false),
    SCHEMA,
  ],
  ['a schema that is longer', (folder) => rewrite(folder, SCHEMA_FILE, (t) => `${t} `, false), SCHEMA],
  ['a schema that is gone', (folder) => rmSync(path.join(folder, 'schemas'), { recursive: true }), SCHEMA],
  [
    'a file too many',
    (folder) => writeFileSync(path.join(folder, 'notes.txt'), 'x'),
    ['manifest-mismatch notes.txt'],
  ],
  [
    'a file too many in a folder too many',
    (folder) => {
      mkdirSync(path.join(folder, 'more'));
      writeFileSync(path.join(folder, 'more', 'notes.txt'), 'x');
    },
    ['manifest-mismatch more/notes.txt'],
  ],
  [
    'a link in the place of the log',
    (folder) => {
      const [file, away] = [path.join(folder, EVENTS), path.join(folder, '..', 'away')];
      renameSync(file, away);
      symlinkSync(away, file);
    },
    [
      'checkpoint-beyond-log checkpoints.txt:9',
      'manifest-mismatch events.jsonl',
      'manifest-mismatch manifest.json',
    ],
  ],
  [
    'a link in the place of a folder',
    (folder) => {
      const [file, away] = [path.join(folder, 'schemas'), path.join(folder, '..', 'schemas')];
      renameSync(file, away);
      symlinkSync(away, file);
    },
    ['manifest-mismatch schemas'],
  ],
  [
    'no log at all',
    (folder) => rmSync(path.join(folder, EVENTS)),
    [
      'checkpoint-beyond-log checkpoints.txt:9',
      'manifest-mismatch events.jsonl',
      'manifest-mismatch manifest.json',
    ],
  ],
  [
    'no access log',
    (folder) => rmSync(path.join(folder, ACCESS)),
    [
      'checkpoint-beyond-log checkpoints.txt:1',
      'manifest-mismatch access.jsonl',
      'manifest-mismatch manifest.json',
    ],
  ],
  ['no totals', (folder) => rmSync(path.join(folder, TOTALS)), ['manifest-mismatch totals.json']],
  [
    'another log under the same name',
    (folder) => copyFileSync(path.join(folder, ACCESS), path.join(folder, EVENTS)),
    [
      'checkpoint-beyond-log checkpoints.txt:9',
      'manifest-mismatch events.jsonl',
      'manifest-mismatch manifest.json',
    ],
  ],
  ['no manifest', (folder) => rmSync(path.join(folder, 'manifest.json')), MANIFEST],
  ['a manifest that is no JSON', text('manifest.json', () => '{'), MANIFEST],
  ['a manifest with more white space', text('manifest.json', (t) => t.replace(': ', ':  ')), MANIFEST],
  [
    'a manifest with a member too many',
    text('manifest.json', (t) => t.replace('{', '{\n  "also": 1,')),
    MANIFEST,
  ],
  [
    'a manifest of another version',
    text('manifest.json', (t) => t.replace('bundle/1', 'bundle/2')),
    MANIFEST,
  ],
  [
    'a manifest with a fraction of an event',
    text('manifest.json', (t) => t.replace('"events": 12', '"events": 12.0')),
    MANIFEST,
  ],
  [
    'a manifest with other members first',
    manifest(({ createdAt, ...others }) => ({ createdAt, ...others })),
    MANIFEST,
  ],
  [
    'a manifest made on a day that does not exist',
    manifest((m) => ({ ...m, createdAt: '2026-02-30T00:00:00.000Z' })),
    MANIFEST,
  ],
  [
    'a manifest that leads out of the folder',
    manifest((m) => ({ ...m, files: [{ name: '../away', bytes: 0, sha256: '0'.repeat(64) }, ...m.files] })),
    MANIFEST,
  ],
  [
    'a manifest that lists a file twice',
    manifest((m) => ({ ...m, files: m.files.flatMap((file) => [file, file]) })),
    MANIFEST,
  ],
  ['a manifest in another order', manifest((m) => ({ ...m, files: m.files.toReversed() })), MANIFEST],
  [
    'a manifest that forgets the keys',
    manifest((m) => ({ ...m, files: m.files.filter(({ name }) => name !== KEYS) })),
    MANIFEST,
  ],
  ['a manifest with more events', manifest((m) => ({ ...m, events: 13 })), MANIFEST],
  ['a manifest with more leaves', manifest((m) => ({ ...m, leaves: { ...m.leaves, size: 13 } })), MANIFEST],
  [
    'a manifest with another root',
    manifest((m) => ({ ...m, leaves: { ...m.leaves, root: m.access.root } })),
    ['tree-mismatch manifest.json'],
  ],
  [
    'a manifest with a root whose last bits are not zero',
    manifest((m) => ({ ...m, leaves: { ...m.leaves, root: `${'A'.repeat(42)}B=` } })),
    ['tree-mismatch manifest.json'],
  ],
  [
    'a manifest with another root of the access log',
    manifest((m) => ({ ...m, access: { ...m.access, root: m.leaves.root } })),
    ['tree-mismatch manifest.json'],
  ],
  [
    'a manifest with another origin',
    manifest((m) => ({ ...m, origin: 'obligo.example/ledger/other' })),
    [
      'checkpoint-malformed checkpoints.txt:1',
      'checkpoint-malformed checkpoints.txt:17',
      'checkpoint-malformed checkpoints.txt:25',
      'checkpoint-malformed checkpoints.txt:9',
      'tree-mismatch access.jsonl:1',
      'tree-mismatch events.jsonl:1',
    ],
  ],
  ['totals with more white space', text(TOTALS, (t) => t.replace(',', ', ')), TOTALS_UNREADABLE],
  ['totals in another order', text(TOTALS, swapped), TOTALS_UNREADABLE],
  ['totals with a row twice', text(TOTALS, (t) => t.replace(/^(\{.*\n)/m, '$1$1')), TOTALS_UNREADABLE],
  ['totals with a number', text(TOTALS, (t) => t.replace('"1000.00"', '1000')), TOTALS_UNREADABLE],
  ['totals that say minus nothing', text(TOTALS, (t) => t.replace('"0.00"', '"-0.00"')), TOTALS_UNREADABLE],
  [
    'totals with a quarter that no year has',
    text(TOTALS, (t) => t.replace('"Q4"', '"Q5"')),
    TOTALS_UNREADABLE,
  ],
  ['totals with a member too many', text(TOTALS, (t) => t.replace('{', '{"also":1,')), TOTALS_UNREADABLE],
  ['a manifest that is too long', text('manifest.json', (t) => t + ' '.repeat(64 * 1024 * 1024)), MANIFEST],
  ['totals that are no list', text(TOTALS, () => '{}\n'), TOTALS_UNREADABLE],
  ['a list of totals that is spelt as if it had rows', text(TOTALS, () => '[\n\n]\n'), TOTALS_UNREADABLE],
];
