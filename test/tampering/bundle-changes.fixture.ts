import { newSigningKey, signNote } from '#audit-trail';
import { base64Of, type BundleCopy, jsonOf, type Line, type Log, rehash } from './bundle-copy.fixture.ts';
import type { Random } from './random.fixture.ts';

/** Where a verifier has to point at; a finding that names one of these places has found the change. */
export interface Place {
  readonly file?: string;
  /** From 1; both included. */
  readonly lines?: readonly [first: number, last: number];
  readonly stream?: string;
  /** Of the event, decimal; the link of the next one may tell as well. */
  readonly revision?: string;
}

/** Changes a copy, and says where. */
export type Change<Copy> = (copy: Copy, random: Random) => readonly Place[];

const CHECKPOINTS: Place = { file: 'checkpoints.txt' };

function changeLine(
  change: (line: Line, random: Random) => void,
  log: Log = 'events.jsonl',
): Change<BundleCopy> {
  return (bundle, random) => {
    const lines = bundle.lines(log);
    const line = random.pick(lines);
    change(line, random);
    bundle.writeLines(log, lines);
    return [placeOf(log, lines, line), { stream: line.stream }, CHECKPOINTS];
  };
}

const placeOf = (file: Log, lines: readonly Line[], line: Line): Place => ({
  file,
  lines: [lines.indexOf(line) + 1, lines.indexOf(line) + 1],
});

/** A line of an amount, changed to another amount that is as well formed. */
function otherAmount(lines: readonly Line[], random: Random): Line {
  const line = random.pick(lines.filter(({ data }) => typeof jsonOf(data)['amount'] === 'string'));
  const data = jsonOf(line.data);
  const amount = String(data['amount']);
  const digit = (Number(amount[0]) % 9) + 1;
  line.data = base64Of({ ...data, amount: `${digit}${amount.slice(1)}` });
  return line;
}

function shifted(instant: string, random: Random): string {
  return new Date(Date.parse(instant) - 1 - random.below(5_000)).toISOString();
}

const note = (bundle: BundleCopy, random: Random) => {
  const notes = bundle.notes();
  return { notes, at: random.below(notes.length) };
};

/** What can be done to a bundle without a signing key. Whether the manifest is repaired afterwards is another question. */
export const bundleChanges: Readonly<Record<string, Change<BundleCopy>>> = {
  'flips a bit of an event': (bundle, random) => {
    const bytes = Buffer.from(bundle.text('events.jsonl'));
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(7));
    bundle.write('events.jsonl', bytes);
    return [{ file: 'events.jsonl' }, CHECKPOINTS];
  },
  'flips a bit of a checkpoint': (bundle, random) => {
    const bytes = Buffer.from(bundle.text('checkpoints.txt'));
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(7));
    bundle.write('checkpoints.txt', bytes);
    return [CHECKPOINTS];
  },
  'changes an amount and repairs the JSON': (bundle, random) => {
    const lines = bundle.lines('events.jsonl');
    const line = otherAmount(lines, random);
    bundle.writeLines('events.jsonl', lines);
    return [{ stream: line.stream }, CHECKPOINTS];
  },
  'changes who posted': changeLine((line) => {
    line.metadata = base64Of({ ...jsonOf(line.metadata), actor: 'somebody-else' });
  }),
  'changes when an event was recorded': changeLine((line, random) => {
    line.recordedAt = shifted(line.recordedAt, random);
  }),
  'changes when an event was booked': changeLine((line, random) => {
    line.bookedAt = shifted(line.bookedAt, random);
  }),
  'changes the identity of an event': changeLine((line) => {
    line.id = line.id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  }),
  'changes the type of an event': changeLine((line) => {
    line.type = `${line.type}Not`;
  }),
  'takes an event away': (bundle, random) => {
    const lines = bundle.lines('events.jsonl');
    const [gone] = lines.splice(random.below(lines.length - 1), 1);
    bundle.writeLines('events.jsonl', lines);
    return [{ stream: gone?.stream ?? '' }, CHECKPOINTS];
  },
  'puts an event there twice': (bundle, random) => {
    const lines = bundle.lines('events.jsonl');
    const at = random.below(lines.length);
    lines.splice(at, 0, lines[at] as Line);
    bundle.writeLines('events.jsonl', lines);
    return [{ file: 'events.jsonl', lines: [at + 1, at + 2] }];
  },
  'changes the order of two events': (bundle, random) => {
    const lines = bundle.lines('events.jsonl');
    const at = random.below(lines.length - 1);
    lines.splice(at, 2, lines[at + 1] as Line, lines[at] as Line);
    bundle.writeLines('events.jsonl', lines);
    return [{ file: 'events.jsonl', lines: [at + 1, at + 2] }, CHECKPOINTS];
  },
  'truncates the tail': (bundle, random) => {
    const lines = bundle.lines('events.jsonl');
    bundle.writeLines('events.jsonl', lines.slice(0, lines.length - 1 - random.below(lines.length - 2)));
    return [CHECKPOINTS];
  },
  'adds an event at the end': (bundle, random) => {
    const lines = bundle.lines('events.jsonl');
    const last =
      lines.filter(({ stream }) => stream === random.pick(lines).stream).at(-1) ?? random.pick(lines);
    const id = '00000000-0000-4000-8000-000000000000';
    lines.push({ ...(lines.at(-1) as Line), ...last, id, revision: last.revision + 1 });
    rehash(lines, last.stream);
    bundle.writeLines('events.jsonl', lines);
    return [{ file: 'events.jsonl', lines: [lines.length, lines.length] }, CHECKPOINTS];
  },
  'replaces a chain by one that is hashed anew': (bundle, random) => {
    const lines = bundle.lines('events.jsonl');
    const line = otherAmount(lines, random);
    rehash(lines, line.stream);
    bundle.writeLines('events.jsonl', lines);
    return [CHECKPOINTS];
  },
  'swaps two checkpoints': (bundle, random) => {
    const notes = bundle.notes();
    const at = random.below(notes.length - 1);
    notes.splice(at, 2, notes[at + 1] ?? '', notes[at] ?? '');
    bundle.writeNotes(notes);
    return [CHECKPOINTS];
  },
  'takes the last checkpoints away': (bundle, random) => {
    const notes = bundle.notes();
    bundle.writeNotes(notes.slice(0, 1 + random.below(notes.length - 1)));
    return [CHECKPOINTS, { file: 'events.jsonl' }, { file: 'access.jsonl' }, { file: 'manifest.json' }];
  },
  'forges a signature': (bundle, random) => {
    const { notes, at } = note(bundle, random);
    notes[at] = (notes[at] ?? '').replace(/(— \S+ .{20}).{4}/, '$1AAAA');
    bundle.writeNotes(notes);
    return [CHECKPOINTS];
  },
  'signs a checkpoint with a key of its own': (bundle, random) => {
    const { notes, at } = note(bundle, random);
    const [text = ''] = (notes[at] ?? '').split('\n\n');
    const origin = text.slice(0, text.indexOf('\n'));
    const forged = signNote(`${text}\n`, [newSigningKey(origin, Buffer.alloc(32, 7))]);
    if (typeof forged === 'string') notes[at] = forged;
    bundle.writeNotes(notes);
    return [CHECKPOINTS];
  },
  'changes what a checkpoint says': (bundle, random) => {
    const { notes, at } = note(bundle, random);
    notes[at] = (notes[at] ?? '').replace(/^time \d{4}/m, 'time 2019');
    bundle.writeNotes(notes);
    return [CHECKPOINTS];
  },
  'changes a total': (bundle, random) => {
    const rows = JSON.parse(bundle.text('totals.json')) as Record<string, string>[];
    const row = random.pick(rows);
    const measure = random.pick(['plan', 'budget', 'committed', 'disbursed']);
    row[measure] = row[measure] === '1.00' ? '2.00' : '1.00';
    bundle.write('totals.json', `${JSON.stringify(rows)}\n`);
    return [{ file: 'totals.json' }];
  },
  'takes a total away': (bundle, random) => {
    const rows = JSON.parse(bundle.text('totals.json')) as unknown[];
    rows.splice(random.below(rows.length), 1);
    bundle.write('totals.json', `${JSON.stringify(rows)}\n`);
    return [{ file: 'totals.json' }];
  },
  'changes who was granted what': changeLine((line) => {
    line.metadata = base64Of({ ...jsonOf(line.metadata), actor: 'somebody-else' });
  }, 'access.jsonl'),
  'takes an event of the access log away': (bundle, random) => {
    const lines = bundle.lines('access.jsonl');
    lines.splice(random.below(lines.length), 1);
    bundle.writeLines('access.jsonl', lines);
    return [{ file: 'access.jsonl' }, CHECKPOINTS];
  },
  'takes the key away': (bundle) => {
    bundle.write('keys.txt', '');
    return [CHECKPOINTS, { file: 'keys.txt' }];
  },
};
