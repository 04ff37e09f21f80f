/**
 * Keeps what a ledger stored for ever: copies the logs of a data folder to the fixtures of schema evolution when they
 * hold an event type, or a version of one, that has no fixture yet. Nothing that is there is changed.
 *
 *   node --conditions=source scripts/freeze-events.ts --name=year-end-3 DATA_FOLDER
 */
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type RecordedEvent, openSqliteEventStore } from '#event-store';
import { ledgerBook, TotalsReplay } from '#verification';
import {
  contractOf,
  FIXTURES,
  formatLine,
  frozenTypes,
  type FrozenType,
  keyOf,
  LEDGERS,
  listedSums,
  type LogName,
  SUMS,
  sumsOfFiles,
} from '../test/schema-evolution/frozen.fixture.ts';
import { catalogues } from './docs/catalogue.ts';
import { eventSchemas } from './docs/events.ts';

const LOGS: Readonly<Record<LogName, string>> = { events: 'ledger.sqlite', access: 'access-log.sqlite' };

const { values, positionals } = parseArgs({ options: { name: { type: 'string' } }, allowPositionals: true });
const [data = ''] = positionals;
const { name = '' } = values;
if (data === '' || !/^[a-z\d-]+$/.test(name)) {
  console.error('Usage: node --conditions=source scripts/freeze-events.ts --name=NAME DATA_FOLDER');
  process.exit(2);
}
const folder = path.join(LEDGERS, name);

async function eventsOf(log: LogName): Promise<RecordedEvent[]> {
  const file = path.join(data, LOGS[log]);
  if (!existsSync(file)) return [];
  const store = openSqliteEventStore({ file });
  try {
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll()) events.push(event);
    return events;
  } finally {
    await store.close();
  }
}

/** The first event of each type and version that has no fixture yet. */
function newTypes(log: LogName, events: readonly RecordedEvent[]): FrozenType[] {
  const [known, schemas] = [frozenTypes(), eventSchemas(catalogues)];
  const found = new Map<string, FrozenType>();
  for (const [index, event] of events.entries()) {
    const { type, schemaVersion: version, dataBytes, metadataBytes } = event;
    const key = keyOf({ type, version });
    if (known.has(key) || found.has(key)) continue;
    found.set(key, {
      ...{ type, version, ledger: name, log, line: index + 1 },
      data: Buffer.from(dataBytes).toString(),
      metadata: Buffer.from(metadataBytes).toString(),
      fields: contractOf(schemas.get(key)),
    });
  }
  return [...found.values()];
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`, { flag: 'wx' });
}

const logs = { events: await eventsOf('events'), access: await eventsOf('access') };
const types = [...newTypes('events', logs.events), ...newTypes('access', logs.access)];
if (types.length === 0) {
  console.log(`${data} holds no event type or version that has no fixture.`);
  process.exit();
}
mkdirSync(folder);
for (const log of ['events', 'access'] as const) {
  const text = logs[log].map((event) => `${formatLine(event)}\n`).join('');
  if (text !== '') writeFileSync(path.join(folder, `${log}.jsonl`), text);
}
const totals = new TotalsReplay(ledgerBook.catalogue);
for (const event of logs.events) totals.take(event);
writeJson(path.join(folder, 'totals.json'), totals.rows());
for (const type of types) writeJson(path.join(FIXTURES, `${keyOf(type)}.json`), type);
const listed = listedSums();
for (const [file, sum] of sumsOfFiles()) if (!listed.has(file)) appendFileSync(SUMS, `${sum}  ${file}\n`);
console.log(`${name}: ${types.map(keyOf).join(', ')}`);
