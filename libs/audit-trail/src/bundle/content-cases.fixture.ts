import {
  all,
  data,
  EVENTS,
  line,
  MALFORMED_12,
  NO_EVENT_4,
  NOT_CANONICAL_12,
  ROOT_12,
  set,
  type Tampering,
  text,
  withData,
  withMetadata,
} from './tampering.fixture.ts';

/** Data or metadata are not of their form. */
export const contentCases: readonly Tampering[] = [
  ['data with white space', withData(12, (before) => `${before} `), NOT_CANONICAL_12],
  ['data with names in another order', data('{"b":1,"a":2}'), NOT_CANONICAL_12],
  ['data with names sorted by code points', data('{"\ufb33":1,"😀":2}'), NOT_CANONICAL_12],
  ['data with names sorted by UTF-16', data('{"😀":2,"\ufb33":1}'), ROOT_12],
  ['data with a name twice', data('{"a":1,"a":1}'), NOT_CANONICAL_12],
  ['data with a fraction', data('{"a":0.5}'), NOT_CANONICAL_12],
  ['data with a whole number with a point', data('{"a":1.0}'), NOT_CANONICAL_12],
  ['data with minus zero', data('{"a":-0}'), NOT_CANONICAL_12],
  ['data with a number beyond 2^53', data('{"a":9007199254740992}'), NOT_CANONICAL_12],
  ['data with the largest number', data('{"a":9007199254740991}'), ROOT_12],
  ['data with infinity', data('{"a":1e400}'), NOT_CANONICAL_12],
  ['data that are not a number', data('NaN'), NOT_CANONICAL_12],
  ['data with a name like an index', data('{"7":1}'), NOT_CANONICAL_12],
  ['data with __proto__', data('{"__proto__":1}'), NOT_CANONICAL_12],
  ['data with half of a surrogate pair', data('{"a":"\\ud83d"}'), NOT_CANONICAL_12],
  ['data with half of a surrogate pair as a name', data('{"\\ud83d":1}'), NOT_CANONICAL_12],
  ['data with a letter spelt as an escape', data('{"a":"\\u0062"}'), NOT_CANONICAL_12],
  ['data with an escape in upper case', data('{"a":"\\u001F"}'), NOT_CANONICAL_12],
  ['data with every escape', data('{"a":"\\u0000\\b\\t\\n\\f\\r\\"\\\\/\\u001f\u007f\u2028"}'), ROOT_12],
  ['data nested in 64 levels', data(`${'['.repeat(64)}${']'.repeat(64)}`), ROOT_12],
  ['data nested in 65 levels', data(`${'['.repeat(65)}${']'.repeat(65)}`), NOT_CANONICAL_12],
  ['data nested in 100,000 levels', data(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), NOT_CANONICAL_12],
  [
    'a line nested in 100,000 levels',
    line(12, () => `{"stream":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    MALFORMED_12,
  ],
  ['data of no bytes', data(''), NOT_CANONICAL_12],
  ['metadata that are a list', withMetadata(12, () => '[]'), MALFORMED_12],
  [
    'metadata that are not canonical',
    withMetadata(12, (before) => before.replace('{', '{ ')),
    NOT_CANONICAL_12,
  ],
  [
    'data and metadata that are not canonical',
    all(
      withMetadata(12, (m) => m.replace('{', '{ ')),
      data(' 1'),
    ),
    NOT_CANONICAL_12,
  ],
  [
    'metadata without a link',
    withMetadata(12, (before) => before.replace(/,"previous":"[0-9a-f]*"/, '')),
    [...ROOT_12, 'link-broken events.jsonl:12'],
  ],
  [
    'metadata with another link',
    withMetadata(12, (before) => before.replace(/"previous":"[0-9a-f]*"/, `"previous":"${'0'.repeat(64)}"`)),
    [...ROOT_12, 'link-broken events.jsonl:12'],
  ],
  [
    'metadata with a link in upper case',
    withMetadata(12, (before) =>
      before.replace(/"previous":"([0-9a-f]*)"/, (_, hex: string) => `"previous":"${hex.toUpperCase()}"`),
    ),
    [...ROOT_12, 'link-broken events.jsonl:12'],
  ],
  [
    'a link in the first event of a stream',
    withMetadata(5, (before) => before.replace(/\}$/, ',"previous":null}')),
    [
      'link-broken events.jsonl:5',
      'link-broken events.jsonl:6',
      'tree-mismatch checkpoints.txt:17',
      'tree-mismatch manifest.json',
    ],
  ],
  ['an event booked before it was recorded', set(12, { bookedAt: '2026-01-05T03:00:11.500Z' }), MALFORMED_12],
  ['an event booked after it was recorded', set(12, { bookedAt: '2026-01-05T03:00:12.500Z' }), MALFORMED_12],
  [
    'an event that says it was imported',
    all(
      withMetadata(12, (m) => m.replace(',"previous"', ',"imported":true,"previous"')),
      set(12, { bookedAt: '2026-01-05T03:00:11.500Z' }),
    ),
    ROOT_12,
  ],
  [
    'imported as a word',
    all(
      withMetadata(12, (m) => m.replace(',"previous"', ',"imported":"true","previous"')),
      set(12, { bookedAt: '2026-01-05T03:00:11.500Z' }),
    ),
    MALFORMED_12,
  ],
  [
    'an event recorded before the one in front of it',
    set(12, { recordedAt: '2026-01-05T03:00:10.000Z', bookedAt: '2026-01-05T03:00:10.000Z' }),
    [...ROOT_12, 'booked-at-goes-back events.jsonl:12', 'recorded-at-goes-back events.jsonl:12'],
  ],
  [
    'an event booked before the one in front of it',
    all(
      withMetadata(12, (m) => m.replace(',"previous"', ',"imported":true,"previous"')),
      set(12, { bookedAt: '2026-01-05T03:00:10.000Z' }),
    ),
    [...ROOT_12, 'booked-at-goes-back events.jsonl:12'],
  ],
  [
    'a log without its last newline',
    text(EVENTS, (t) => t.slice(0, -1)),
    ['event-malformed events.jsonl:12'],
  ],
  [
    'a log with an empty line at its end',
    text(EVENTS, (t) => `${t}\n`),
    ['event-malformed events.jsonl:13', 'manifest-mismatch manifest.json', 'tree-mismatch events.jsonl:13'],
  ],
  [
    'a line of more than 16 MiB',
    line(4, (t) => t.replace('"data":"', `"data":"${'A'.repeat(16 * 1024 * 1024)}`)),
    NO_EVENT_4,
  ],
];
