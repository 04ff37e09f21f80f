import { formatVerifierKey, verifierKey } from '../verifier-key.ts';
import { instant, otherKey, ourKey, sealed } from './bundle.fixture.ts';
import { first, forgedLog, last, lie, second, third } from './forgery.fixture.ts';
import {
  all,
  CHECKPOINTS,
  KEYS,
  NO_KEY,
  note,
  notes,
  NOTHING_SEALED,
  notUtf8,
  type Tampering,
  text,
  textOfKey,
} from './tampering.fixture.ts';

const lineOf = (note: string, at: number): string => note.split('\n')[at] ?? '';
const SIGNATURE = ['signature-wrong checkpoints.txt:9'];
const NO_CHECKPOINT = ['checkpoint-malformed checkpoints.txt:9'];

/** The line of our key that ended at a second of the sample. */
const ended = (how: 'rotated' | 'lost', second: number): string =>
  textOfKey().replace('\n', ` until ${instant(second)} ${how}\n`);
const turnOfBoth = sealed(9, 2, { keys: [ourKey, otherKey] });
const lastOfOther = sealed(12, 3, { keys: [otherKey] });
/** The neutral point as a key: S = 0 and R = the same point satisfy the equation over every text. */
const SMALL = verifierKey(ourKey.name, Buffer.concat([Buffer.of(1), Buffer.alloc(31)]));
const signedByAnybody = (one: string): string => {
  const signature = Buffer.concat([Buffer.from(SMALL.id, 'hex'), SMALL.publicKey, Buffer.alloc(32)]);
  const text = one.slice(0, one.indexOf('\n\n') + 2);
  return `${text}\u2014 ${SMALL.name} ${signature.toString('base64')}\n`;
};
/** Our key ended after four events. */
const AFTER_END = [
  'key-not-current checkpoints.txt:17',
  'key-not-current checkpoints.txt:25',
  'tree-mismatch access.jsonl:2',
  'tree-mismatch events.jsonl:5',
];

/** Checkpoints and keys say something else. */
export const checkpointCases: readonly Tampering[] = [
  [
    'one bit of a signature',
    note((t) =>
      t.replace(/(.{9})\n$/, (_, end: string) => `${end.startsWith('A') ? 'B' : 'A'}${end.slice(1)}\n`),
    ),
    SIGNATURE,
  ],
  ['another root', note((t) => t.replace(lineOf(t, 2), lineOf(last, 2))), SIGNATURE],
  ['another size', note((t) => t.replace('\n4\n', '\n5\n')), SIGNATURE],
  ['another time', note((t) => t.replace('time 2026', 'time 2027')), SIGNATURE],
  ['the signature of another checkpoint', note((t) => t.replace(lineOf(t, 6), lineOf(last, 6))), SIGNATURE],
  [
    'two checkpoints in another order',
    notes(first, third, second, last),
    ['consistency-broken checkpoints.txt:17'],
  ],
  [
    'a checkpoint twice',
    notes(first, second, second, third, last),
    ['consistency-broken checkpoints.txt:17'],
  ],
  [
    'the last checkpoint removed',
    notes(first, second, third),
    ['tree-mismatch access.jsonl:3', 'tree-mismatch events.jsonl:10'],
  ],
  ['all checkpoints removed', text(CHECKPOINTS, () => ''), NOTHING_SEALED],
  [
    'a checkpoint that an unknown key signed',
    notes(first, sealed(4, 1, { keys: [otherKey] }), third, last),
    ['key-unknown checkpoints.txt:9'],
  ],
  [
    'a checkpoint that an unknown key signed as well',
    notes(first, sealed(4, 1, { keys: [ourKey, otherKey] }), third, last),
    [],
  ],
  [
    'a checkpoint that two keys signed, one of them wrongly',
    all(
      notes(first, sealed(4, 1, { keys: [ourKey, { ...ourKey, id: otherKey.id }] }), third, last),
      text(KEYS, (t) => t + textOfKey(otherKey)),
    ),
    [...SIGNATURE, 'keys-differ keys.txt:2'],
  ],
  [
    'a key that was rotated',
    all(
      notes(first, second, turnOfBoth, lastOfOther),
      text(KEYS, () => ended('rotated', 109) + textOfKey(otherKey)),
    ),
    [],
  ],
  [
    'a key that was rotated, in a list that does not say so',
    all(
      notes(first, second, turnOfBoth, lastOfOther),
      text(KEYS, (t) => t + textOfKey(otherKey)),
    ),
    [],
  ],
  [
    'a key that was lost',
    all(
      notes(first, second, third, lastOfOther),
      text(KEYS, () => ended('lost', 112) + textOfKey(otherKey)),
    ),
    [],
  ],
  [
    'a key that was lost, called rotated',
    all(
      notes(first, second, third, lastOfOther),
      text(KEYS, () => ended('rotated', 112) + textOfKey(otherKey)),
    ),
    ['keys-differ keys.txt:1'],
  ],
  [
    'a key that signs after the next one',
    all(
      notes(first, second, sealed(9, 2, { keys: [otherKey] }), last),
      text(KEYS, (t) => t + textOfKey(otherKey)),
    ),
    ['key-not-current checkpoints.txt:25', 'tree-mismatch access.jsonl:3', 'tree-mismatch events.jsonl:10'],
  ],
  [
    'a lost key that signs everything, also what came after its end',
    text(KEYS, () => ended('lost', 104) + textOfKey(otherKey)),
    [...AFTER_END, 'keys-differ keys.txt:1', 'keys-differ keys.txt:2'],
  ],
  [
    'a lost key that signs everything, in a list that does not say so',
    text(KEYS, (t) => t + textOfKey(otherKey)),
    ['keys-differ keys.txt:2'],
  ],
  [
    'a lost key that signs after its end, found by the list that was published',
    text(KEYS, (t) => t),
    AFTER_END,
    { keys: ended('lost', 104) + textOfKey(otherKey) },
  ],
  [
    'an end of a key that is no time',
    text(KEYS, () => textOfKey().replace('\n', ' until yesterday lost\n')),
    [...NO_KEY, 'key-unknown keys.txt:1'],
  ],
  [
    'a checkpoint of another ledger',
    notes(first, sealed(4, 1, { origin: 'obligo.example/ledger/other' }), third, last),
    NO_CHECKPOINT,
  ],
  ['a checkpoint without signatures', note((t) => t.split('\n').slice(0, 6).join('\n')), NO_CHECKPOINT],
  ['a checkpoint without an empty line', note((t) => t.replace('\n\n', '\n')), NO_CHECKPOINT],
  ['a checkpoint with a tab', note((t) => t.replace('time ', 'time\t')), NO_CHECKPOINT],
  [
    'a checkpoint with a control character of two bytes',
    note((t) => t.replace('\n\n', '\nx\u0085\n\n')),
    NO_CHECKPOINT,
  ],
  ['a checkpoint that is not UTF-8', notUtf8(CHECKPOINTS, 3), ['checkpoint-malformed checkpoints.txt:1']],
  [
    'a checkpoint of more than 64 KiB',
    note((t) => t.replace('\n\n', `\n${'x'.repeat(65_536)}\n\n`)),
    NO_CHECKPOINT,
  ],
  [
    'checkpoints that nothing separates',
    text(CHECKPOINTS, (t) => t.replace('---\n', '')),
    ['checkpoint-malformed checkpoints.txt:1'],
  ],
  ['a signature twice', note((t) => t + t.slice(t.indexOf('\u2014'))), NO_CHECKPOINT],
  [
    'nothing after the last separator',
    text(CHECKPOINTS, (t) => `${t}---\n`),
    ['checkpoint-malformed checkpoints.txt:33'],
  ],
  [
    'no newline at the end of the checkpoints',
    text(CHECKPOINTS, (t) => t.slice(0, -1)),
    [
      'checkpoint-malformed checkpoints.txt:25',
      'tree-mismatch access.jsonl:3',
      'tree-mismatch events.jsonl:10',
    ],
  ],
  [
    'a false checkpoint of the true key, in the middle',
    notes(first, second, lie(12, 2, 110), last),
    ['consistency-broken checkpoints.txt:17', 'consistency-broken checkpoints.txt:25'],
  ],
  [
    'a false checkpoint of the true key, at the end',
    notes(first, second, third, lie(12, 3, 112)),
    ['tree-mismatch checkpoints.txt:25'],
  ],
  [
    'two false checkpoints at the end',
    notes(first, second, lie(11, 2, 111), lie(12, 3, 112)),
    ['tree-mismatch checkpoints.txt:17'],
  ],
  [
    'two roots for one size',
    notes(first, second, third, lie(12, 3, 112), last),
    ['consistency-broken checkpoints.txt:25', 'consistency-broken checkpoints.txt:33'],
  ],
  [
    'a time that goes back',
    notes(first, second, sealed(9, 2, { second: 50 }), last),
    ['consistency-broken checkpoints.txt:17'],
  ],
  [
    'an access log that shrinks',
    notes(first, second, sealed(9, 3), sealed(12, 2)),
    ['consistency-broken checkpoints.txt:25'],
  ],
  ['a key line that is no key', text(KEYS, (t) => `${t}nothing\n`), ['key-unknown keys.txt:2']],
  ['an empty line among the keys', text(KEYS, (t) => `\n${t}`), ['key-unknown keys.txt:1']],
  ['a key twice', text(KEYS, (t) => t + t), ['key-unknown keys.txt:2']],
  [
    'a note without an end, longer than a line can be',
    text('checkpoints.txt', () => 'x'.repeat(17 * 1024 * 1024)),
    [
      'checkpoint-malformed checkpoints.txt:1',
      'tree-mismatch access.jsonl:1',
      'tree-mismatch events.jsonl:1',
    ],
  ],
  ['keys from outside, one of them twice', text(KEYS, (t) => t), [], { keys: textOfKey().repeat(2) }],
  [
    'a key of small order, of which anybody can make signatures',
    all(
      notes(...[first, second, third, last].map((one) => signedByAnybody(one))),
      text(KEYS, () => `${formatVerifierKey(SMALL)}\n`),
    ),
    [...[1, 9, 17, 25].map((at) => `signature-wrong checkpoints.txt:${at}`), ...NOTHING_SEALED],
  ],
  ['no keys', text(KEYS, () => ''), NO_KEY],
  [
    'the id of a key',
    text(KEYS, (t) => t.replace(ourKey.id, '00000000')),
    [...NO_KEY, 'key-unknown keys.txt:1'],
  ],
  ['another key', text(KEYS, () => textOfKey(otherKey)), NO_KEY],
  ['a key without its newline', text(KEYS, (t) => t.slice(0, -1)), [...NO_KEY, 'key-unknown keys.txt:1']],
  [
    'a false root of the access log',
    notes(first, second, third, sealed(12, 3, { accessLog: forgedLog })),
    ['tree-mismatch checkpoints.txt:25'],
  ],
  [
    'an access log that is no longer sealed',
    notes(first, second, third, sealed(12, 0).replace(/access.*\n/, '')),
    ['signature-wrong checkpoints.txt:25', 'tree-mismatch access.jsonl:3', 'tree-mismatch events.jsonl:10'],
  ],
  [
    'keys from outside that are none',
    text(KEYS, (t) => t),
    [...NO_KEY, 'key-unknown outside:1'],
    { keys: 'nothing\n' },
  ],
  [
    'a checkpoint from outside that is none',
    text(KEYS, (t) => t),
    ['checkpoint-malformed outside:1'],
    { checkpoint: 'nothing\n' },
  ],
];
