import { encodeBase64 } from '../base64.ts';
import {
  drafts,
  events,
  logOf,
  otherKey,
  repairManifest,
  rewrite,
  rewriteLog,
  sealed,
} from './bundle.fixture.ts';
import { formatEventLine } from './event-line.ts';
import { first, forge, forgedLog, last, lie, second, third } from './forgery.fixture.ts';
import {
  ACCESS,
  all,
  CHANGED_4,
  dataOf,
  EVENTS,
  KEYS,
  lines,
  members,
  notes,
  ROOT_12,
  ROOT_4,
  set,
  type Tamper,
  type Tampering,
  text,
  textOfKey,
  withData,
  withMetadata,
} from './tampering.fixture.ts';

/** As if the log had ended earlier: the manifest says so too. */
const cutTo =
  (size: number): Tamper =>
  (folder) =>
    rewriteLog(folder, events.slice(0, size));

const lineAt = (lines: readonly string[], at: number): string => lines[at] ?? '';
const [firstLine = ''] = events.map(formatEventLine);

/** What happened is told in another way. */
export const historyCases: readonly Tampering[] = [
  ['one bit of an amount', withData(4, (before) => before.replace('1000.00', '1000.01')), CHANGED_4],
  [
    'one bit that breaks the JSON',
    withData(4, (before) => before.replace('{', 'z')),
    [...ROOT_4, 'link-broken events.jsonl:7', 'not-canonical events.jsonl:4'],
  ],
  [
    'one bit that breaks the UTF-8',
    members(4, (event) => ({ ...event, data: encodeBase64(Buffer.from(dataOf(event)).fill(0xff, 3, 4)) })),
    [...ROOT_4, 'link-broken events.jsonl:7', 'not-canonical events.jsonl:4'],
  ],
  [
    'an amount, with the JSON made right',
    withData(7, (before) => before.replace('300.00', '3000.00')),
    ['link-broken events.jsonl:8', 'tree-mismatch checkpoints.txt:17', 'tree-mismatch manifest.json'],
  ],
  [
    'the amount of the last event of a stream',
    withData(12, (before) => before.replace('500.00', '5.00')),
    ROOT_12,
  ],
  ['a type', set(4, { type: 'BudgetSupplemented' }), CHANGED_4],
  ['a schema version', set(4, { schemaVersion: 2 }), CHANGED_4],
  ['an id', set(4, { id: '019b8bd1-0000-7000-8000-000000000099' }), CHANGED_4],
  [
    'a stream',
    set(9, { stream: 'budgetaccount-etda.2569.P01' }),
    [
      'link-broken events.jsonl:10',
      'link-broken events.jsonl:12',
      'link-broken events.jsonl:9',
      'revision-gap events.jsonl:10',
      'revision-gap events.jsonl:12',
      'revision-gap events.jsonl:9',
      'tree-mismatch checkpoints.txt:17',
      'tree-mismatch manifest.json',
    ],
  ],
  [
    'the time of an event, and that of its booking',
    set(4, { recordedAt: '2026-01-05T03:00:03.500Z', bookedAt: '2026-01-05T03:00:03.500Z' }),
    ['tree-mismatch checkpoints.txt:9', 'tree-mismatch manifest.json'],
  ],
  ['the person', withMetadata(4, (before) => before.replace('สมหญิง', 'สมชาย')), CHANGED_4],
  [
    'the business date',
    all(
      withMetadata(4, (m) => m.replace('2025-10-01', '2025-10-02')),
      set(4, { effectiveOn: '2025-10-02' }),
    ),
    CHANGED_4,
  ],
  [
    'the business date of the line alone',
    set(4, { effectiveOn: '2025-10-02' }),
    [...ROOT_4, 'event-malformed events.jsonl:4'],
  ],
  [
    'an event dropped',
    lines((every) => every.toSpliced(6, 1)),
    [
      'checkpoint-beyond-log checkpoints.txt:25',
      'link-broken events.jsonl:7',
      'manifest-mismatch manifest.json',
      'revision-gap events.jsonl:7',
      'tree-mismatch checkpoints.txt:17',
    ],
  ],
  [
    'the first event of a stream dropped',
    lines((every) => every.toSpliced(4, 1)),
    [
      'checkpoint-beyond-log checkpoints.txt:25',
      'link-broken events.jsonl:5',
      'manifest-mismatch manifest.json',
      'revision-gap events.jsonl:5',
      'tree-mismatch checkpoints.txt:17',
    ],
  ],
  [
    'an event twice',
    lines((every) => every.toSpliced(6, 0, lineAt(every, 6))),
    [
      'duplicate-event events.jsonl:8',
      'link-broken events.jsonl:8',
      'manifest-mismatch manifest.json',
      'revision-gap events.jsonl:8',
      'tree-mismatch checkpoints.txt:17',
      'tree-mismatch events.jsonl:13',
    ],
  ],
  [
    'an event again at the end',
    lines((every) => [...every, lineAt(every, 3)]),
    [
      'booked-at-goes-back events.jsonl:13',
      'duplicate-event events.jsonl:13',
      'link-broken events.jsonl:13',
      'manifest-mismatch manifest.json',
      'recorded-at-goes-back events.jsonl:13',
      'revision-gap events.jsonl:13',
      'tree-mismatch events.jsonl:13',
    ],
  ],
  [
    'two events of a stream in another order',
    lines((every) => every.with(6, lineAt(every, 7)).with(7, lineAt(every, 6))),
    [
      'booked-at-goes-back events.jsonl:8',
      'link-broken events.jsonl:10',
      'link-broken events.jsonl:7',
      'link-broken events.jsonl:8',
      'recorded-at-goes-back events.jsonl:8',
      'revision-gap events.jsonl:10',
      'revision-gap events.jsonl:7',
      'revision-gap events.jsonl:8',
      'tree-mismatch checkpoints.txt:17',
      'tree-mismatch manifest.json',
    ],
  ],
  [
    'two events of different streams in another order',
    lines((every) => every.with(7, lineAt(every, 8)).with(8, lineAt(every, 7))),
    [
      'booked-at-goes-back events.jsonl:9',
      'recorded-at-goes-back events.jsonl:9',
      'tree-mismatch checkpoints.txt:17',
      'tree-mismatch manifest.json',
    ],
  ],
  ['the end cut off', cutTo(10), ['checkpoint-beyond-log checkpoints.txt:25']],
  [
    'everything cut off',
    (folder) => {
      rewrite(folder, EVENTS, () => '');
      repairManifest(folder, (m) => ({ ...m, events: 0 }));
    },
    ['checkpoint-beyond-log checkpoints.txt:9', 'manifest-mismatch manifest.json'],
  ],
  [
    'the end cut off with its checkpoints, found by the one that was kept',
    all(cutTo(9), notes(first, second, third)),
    ['checkpoint-beyond-log outside:1'],
    { checkpoint: last },
  ],
  ['another history with all links right', forge, ['tree-mismatch checkpoints.txt:25']],
  [
    'another history that is sealed by another key',
    all(forge, notes(sealed(12, 3, { keys: [otherKey], log: forgedLog }))),
    ['key-unknown checkpoints.txt:1', 'tree-mismatch access.jsonl:1', 'tree-mismatch events.jsonl:1'],
  ],
  [
    'another history with another key, found by the key that was kept',
    all(
      forge,
      notes(sealed(12, 3, { keys: [otherKey], log: forgedLog })),
      text(KEYS, () => textOfKey(otherKey)),
    ),
    ['key-unknown checkpoints.txt:1', 'tree-mismatch access.jsonl:1', 'tree-mismatch events.jsonl:1'],
    { keys: textOfKey() },
  ],
  [
    'another history under the same key, found by the checkpoint that was kept',
    all(forge, notes(lie(12, 3, 200))),
    ['consistency-broken outside:1'],
    { checkpoint: last },
  ],
  [
    'an event added at the end',
    (folder) =>
      rewriteLog(folder, [
        ...logOf([...drafts, { stream: 'x', type: 'T', data: {}, effectiveOn: '2026-01-01' }]),
      ]),
    ['tree-mismatch events.jsonl:13'],
  ],
  [
    'an event of the access log',
    withData(2, (before) => before.replace('officer', 'administrator'), ACCESS),
    ['link-broken access.jsonl:3', 'tree-mismatch checkpoints.txt:17', 'tree-mismatch manifest.json'],
  ],
  [
    'the end of the access log cut off',
    (folder) => {
      lines((every) => every.slice(0, 2), ACCESS)(folder);
      repairManifest(folder, (m) => ({ ...m, access: { ...m.access, size: 2 } }));
    },
    ['checkpoint-beyond-log checkpoints.txt:25', 'tree-mismatch manifest.json'],
  ],
  [
    'events of one log in the other',
    lines((every) => [...every, firstLine], ACCESS),
    [
      'booked-at-goes-back access.jsonl:4',
      'duplicate-event access.jsonl:4',
      'manifest-mismatch manifest.json',
      'recorded-at-goes-back access.jsonl:4',
      'tree-mismatch access.jsonl:4',
    ],
  ],
];
