import { encodeCanonical } from '#event-store';
import type { Change } from './bundle-changes.fixture.ts';
import { jsonOf, type LedgerCopy, rehash, type Row } from './ledger-copy.fixture.ts';
import type { Random } from './random.fixture.ts';

const at = ({ stream, revision }: Row) => ({ stream, revision: String(revision) });

function changeRow(change: (row: Row, random: Random) => void): Change<LedgerCopy> {
  return (ledger, random) => {
    const row = random.pick(ledger.rows());
    change(row, random);
    ledger.put([row]);
    return [at(row)];
  };
}

function otherAmount(rows: readonly Row[], random: Random): Row {
  const row = random.pick(rows.filter(({ data }) => typeof jsonOf(data)['amount'] === 'string'));
  const data = jsonOf(row.data);
  const amount = String(data['amount']);
  row.data = encodeCanonical({ ...data, amount: `${(Number(amount[0]) % 9) + 1}${amount.slice(1)}` });
  return row;
}

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const place = random.below(copy.length);
  copy[place] = (copy[place] ?? 0) ^ (1 << random.below(8));
  return copy;
}

/** What can be done to the files of a ledger without its signing key. */
export const ledgerChanges: Readonly<Record<string, Change<LedgerCopy>>> = {
  'flips a bit of the data of an event': changeRow((row, random) => {
    row.data = flipped(row.data, random);
  }),
  'flips a bit of the metadata of an event': changeRow((row, random) => {
    row.metadata = flipped(row.metadata, random);
  }),
  'changes an amount and repairs the JSON': (ledger, random) => {
    const row = otherAmount(ledger.rows(), random);
    ledger.put([row]);
    return [at(row)];
  },
  'changes when an event was recorded': changeRow((row) => {
    row.recorded_at += 1;
  }),
  'changes the identity of an event': changeRow((row, random) => {
    row.event_id = flipped(row.event_id, random);
  }),
  'changes the schema version of an event': changeRow((row) => {
    row.schema_version += 1;
  }),
  'takes an event away': (ledger, random) => {
    const rows = ledger.rows();
    const row = random.pick(rows.slice(0, -1));
    ledger.edit('ledger.sqlite', (database) =>
      database.prepare('DELETE FROM events WHERE position = ?').run(row.position),
    );
    return [at(row), { stream: row.stream }, { file: 'ledger.sqlite' }];
  },
  'changes the order of two events': (ledger, random) => {
    const rows = ledger.rows();
    const place = random.below(rows.length - 1);
    const [one, other] = [rows[place] as Row, rows[place + 1] as Row];
    ledger.put([
      { ...one, position: other.position },
      { ...other, position: one.position },
    ]);
    return [at(one), at(other)];
  },
  'truncates the tail': (ledger, random) => {
    const rows = ledger.rows();
    const first = rows[1 + random.below(rows.length - 1)] as Row;
    ledger.edit('ledger.sqlite', (database) =>
      database.prepare('DELETE FROM events WHERE position >= ?').run(first.position),
    );
    return [{ file: 'seals.sqlite' }, { file: 'ledger.sqlite' }, { file: 'checkpoints.txt' }];
  },
  'replaces a chain by one that is hashed anew': (ledger, random) => {
    const rows = ledger.rows();
    const row = otherAmount(rows, random);
    rehash(rows, row.stream);
    ledger.put(rows.filter(({ stream }) => stream === row.stream));
    return [at(row)];
  },
  'moves an event to another stream': (ledger, random) => {
    const rows = ledger.rows();
    const row = random.pick(rows);
    const other = random.pick(rows.filter(({ stream }) => stream !== row.stream));
    const last = rows.filter(({ stream }) => stream === other.stream).at(-1) as Row;
    ledger.put([{ ...row, stream_id: other.stream_id, revision: last.revision + 1 }]);
    return [at(row), { stream: other.stream }, { stream: row.stream }];
  },
  'changes an event of the access log': (ledger, random) => {
    const row = random.pick(ledger.rows('access-log.sqlite'));
    row.metadata = encodeCanonical({ ...jsonOf(row.metadata), actor: 'somebody-else' });
    ledger.put([row], 'access-log.sqlite');
    return [at(row)];
  },
  'takes the end of the access log away': (ledger) => {
    const last = ledger.rows('access-log.sqlite').at(-1) as Row;
    ledger.edit('access-log.sqlite', (database) =>
      database.prepare('DELETE FROM events WHERE position = ?').run(last.position),
    );
    return [
      { file: 'seals.sqlite' },
      { file: 'access-log.sqlite' },
      { file: 'access.jsonl' },
      { file: 'checkpoints.txt' },
    ];
  },
  'swaps two checkpoints': (ledger) => {
    ledger.edit('seals.sqlite', (database) => {
      const [one, other] = database.prepare('SELECT number, note FROM checkpoints ORDER BY number').all();
      const set = database.prepare('UPDATE checkpoints SET note = ? WHERE number = ?');
      set.run('', one?.['number'] ?? 0);
      set.run(one?.['note'] ?? '', other?.['number'] ?? 0);
      set.run(other?.['note'] ?? '', one?.['number'] ?? 0);
    });
    return [{ file: 'seals.sqlite' }];
  },
  'forges a signature': (ledger, random) => {
    ledger.edit('seals.sqlite', (database) => {
      const { number, note } = random.pick(database.prepare('SELECT number, note FROM checkpoints').all());
      const forged = String(note).replace(/(— \S+ .{20}).{4}/, '$1AAAA');
      database.prepare('UPDATE checkpoints SET note = ? WHERE number = ?').run(forged, number ?? 0);
    });
    return [{ file: 'seals.sqlite' }];
  },
  'edits a figure of a read model': (ledger, random) => {
    ledger.edit('projections.sqlite', (database) => {
      // The last entry of a cell is what reports print.
      const last = `SELECT e.cell, max(e.position) AS position FROM pva_entry e JOIN pva_cell c ON c.id = e.cell
        WHERE c.measure IN ('plan', 'budget', 'committed', 'disbursed') GROUP BY e.cell`;
      const { cell, position } = random.pick(database.prepare(last).all());
      const edit = 'UPDATE pva_entry SET balance = balance + 100 WHERE cell = ? AND position = ?';
      database.prepare(edit).run(cell ?? 0, position ?? 0);
    });
    return [{ file: 'projections.sqlite' }];
  },
};

const KEYS_AND_NAMES = /(?:^|_)(?:id|cell|position|number|key)$/;

/** Any row of any table of the read models; those that are in no bundle are compared on the folder alone. */
export const editAnyReadModel: Change<LedgerCopy> = (ledger, random) => {
  let table = '';
  ledger.edit('projections.sqlite', (database) => {
    // An index of words is stored in pieces, which SQLite itself guards.
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'journal\\_words%' ESCAPE '\\'",
      )
      .all();
    const filled = tables
      .map(({ name }) => String(name))
      .filter((name) => !['checkpoint', 'contents'].includes(name) && !name.startsWith('sqlite_'))
      .filter((name) => database.prepare(`SELECT 1 FROM "${name}"`).get() !== undefined);
    table = random.pick(filled);
    const columns = database.prepare(`PRAGMA table_info("${table}")`).all();
    const names = columns
      .filter(({ pk, name }) => pk === 0 && !KEYS_AND_NAMES.test(String(name)))
      .map(({ name }) => String(name));
    const column = random.pick(names.length > 0 ? names : columns.map(({ name }) => String(name)));
    const isNumber = columns.some(({ name, type }) => name === column && type === 'INTEGER');
    const other = isNumber ? `coalesce("${column}", 0) + 1` : `coalesce("${column}", '') || 'x'`;
    const key = columns.filter(({ pk }) => pk !== 0).map(({ name }) => `"${String(name)}"`);
    // The last row alone: where the key itself is changed, others would meet their neighbours.
    const last = `SELECT ${key.join(', ')} FROM "${table}" ORDER BY ${key.map((part) => `${part} DESC`).join(', ')} LIMIT 1`;
    database.exec(`UPDATE "${table}" SET "${column}" = ${other} WHERE (${key.join(', ')}) = (${last})`);
  });
  return [{ file: 'projections.sqlite' }];
};
