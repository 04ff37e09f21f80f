import { describe, expect, it } from '@jest/globals';
import { eventDigest } from '#audit-trail';
import type { EventDefinition } from '#kernel';
import { accessBook, type Finding, ledgerBook, rerunDecisions, TotalsReplay, World } from '#verification';
import { catalogues } from '../../scripts/docs/catalogue.ts';
import { eventSchemas } from '../../scripts/docs/events.ts';
import {
  contractOf,
  frozenTypes,
  keyOf,
  ledgerNames,
  listedSums,
  type LogName,
  readFrozenTotals,
  readLog,
  streamsOf,
  sumsOfFiles,
} from './frozen.fixture.ts';
import { Restored } from './restored.fixture.ts';

const FREEZE = 'freeze it: docs/schema-evolution.md says how';

const definitions: readonly EventDefinition[] = catalogues.flatMap(({ events }) => events);
const versionsOf = ({ type, version, older = [] }: EventDefinition) =>
  [...older, { version }].map((each) => keyOf({ type, version: each.version }));
const frozen = frozenTypes();
const bookOf = (log: LogName) => (log === 'events' ? ledgerBook : accessBook);
const atLine = ({ ledger, log, line }: { ledger: string; log: LogName; line: number }) =>
  readLog(ledger, log)[line - 1]!;

describe('the bytes that released versions stored', () => {
  it('are kept for every version of every event type', () => {
    const missing = definitions.flatMap(versionsOf).filter((key) => !frozen.has(key));
    expect(missing.map((key) => `${key} has no fixture; ${FREEZE}`)).toEqual([]);
  });

  it('are of event types that are still read', () => {
    const known = new Set(definitions.flatMap(versionsOf));
    expect([...frozen.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  it('never change', () => {
    expect(Object.fromEntries(sumsOfFiles())).toEqual(Object.fromEntries(listedSums()));
  });

  it.each([...frozen])('%s stands in a real log', (_, kept) => {
    const { type, schemaVersion, dataBytes, metadataBytes } = atLine(kept);
    expect({ type, version: schemaVersion }).toEqual({ type: kept.type, version: kept.version });
    expect(Buffer.from(dataBytes).toString()).toBe(kept.data);
    expect(Buffer.from(metadataBytes).toString()).toBe(kept.metadata);
  });

  it.each([...frozen])('%s is read in the form of today', (_, kept) => {
    const { catalogue } = bookOf(kept.log);
    const event = catalogue.read(atLine(kept));
    expect(catalogue.check(event).type).toBe(kept.type);
  });
});

describe('the fields of a released version', () => {
  const schemas = eventSchemas(catalogues);

  it.each([...frozen])('%s are those that were promised; a change needs a new version', (key, { fields }) => {
    expect(contractOf(schemas.get(key))).toEqual(fields);
  });

  it('may get other words for people, and nothing else', () => {
    const schema = schemas.get('DisbursementMade.v1') as { properties: { description: object } };
    const { properties } = schema;
    const reworded = { ...schema, description: 'Else', properties: { ...properties, amount: { x: 1 } } };
    expect(contractOf({ ...schema, title: 'Else' })).toEqual(contractOf(schema));
    expect(contractOf(reworded)).not.toEqual(contractOf(schema));
    const { description: _, ...fewer } = properties;
    expect(contractOf({ ...schema, properties: fewer })).not.toEqual(contractOf(schema));
  });
});

describe.each(ledgerNames())('the old ledger %s', (name) => {
  const logs = { events: readLog(name, 'events'), access: readLog(name, 'access') };

  it('has unbroken links', () => {
    for (const log of Object.values(logs)) {
      for (const [, stream] of Map.groupBy(log, (event) => event.stream)) {
        const digests = [undefined, ...stream.slice(0, -1).map(eventDigest)];
        expect(stream.map(({ metadata }) => metadata.previous)).toEqual(digests);
      }
    }
  });

  it('is decided again as it was', async () => {
    const findings: Finding[] = [];
    const told = { onFinding: (finding: Finding) => findings.push(finding) };
    const [events, access] = [streamsOf(logs.events), streamsOf(logs.access)];
    await rerunDecisions(World.ofLedger(events, access), { file: 'events', ...told });
    await rerunDecisions(World.ofAccess(access), { file: 'access', ...told });
    expect(findings).toEqual([]);
  });

  it('reports the totals that it reported', async () => {
    const totals = new TotalsReplay(ledgerBook.catalogue);
    for (const event of logs.events) totals.take(event);
    expect(totals.rows()).toEqual(readFrozenTotals(name));
    const ledger = new Restored(logs.events, ledgerBook.catalogue);
    const reported = await ledger.totals().finally(() => ledger.close());
    expect(reported).toEqual(readFrozenTotals(name));
  });
});
