import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accountEvents } from '#budget';
import { approvalEvents, controlPolicyEvents, fiscalPeriodsEvents } from '#control';
import { createMemoryEventStore, type EventStore, type ExpectedRevision } from '#event-store';
import { EventCatalogue } from '#kernel';
import { organisationEvents } from '#organisation';
import { projections, Projector } from '#read-models';
import fc from 'fast-check';
import { type ChosenRule, chooseRules } from './chosen-rules.ts';
import { FIRST_PAGE } from './findings/finding.ts';
import { auditFindings } from './findings/projection.ts';
import { FindingQueries } from './findings/queries.ts';
import { type Happening, happenings, registered } from './happenings.fixture.ts';
import { loadRules } from './load-rules.ts';

const catalogue = new EventCatalogue([
  ...organisationEvents,
  ...accountEvents,
  ...approvalEvents,
  ...controlPolicyEvents,
  ...fiscalPeriodsEvents,
]);
const organisations = projections.filter(({ name }) => name === 'organisations');
let rules: readonly ChosenRule[];
let folder: string;
const opened: { close(): unknown }[] = [];

beforeAll(async () => {
  const parameters = { 'round-sums': { count: 2 }, 'overrides-by-person': { least: 2 } };
  rules = chooseRules(await loadRules(), JSON.stringify(parameters));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(store: EventStore, name: string): Projector {
  const path = join(folder, name);
  const models = [...organisations, auditFindings(rules)];
  const projector = new Projector({ store, catalogue, projections: models, path });
  opened.push(projector);
  return projector;
}

/** A log without deciders: what control refuses today may stand in it. */
async function record(
  store: EventStore,
  asked: readonly Happening[],
  after: (index: number) => Promise<void>,
) {
  const revisions = new Map<string, ExpectedRevision>();
  for (const [index, { stream, type, data, by, onBehalfOf, on, decision, command }] of asked.entries()) {
    catalogue.check({ type, data, effectiveOn: on as never });
    const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const commandId = id(1_000 + command);
    const metadata = {
      actor: by,
      commandId,
      correlationId: commandId,
      causationId: commandId,
      effectiveOn: on,
      ...(decision === undefined ? {} : { decision }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    };
    const expected = revisions.get(stream) ?? 'none';
    await store.append({
      stream,
      expected,
      events: [{ id: id(index), type, schemaVersion: 1, data, metadata }],
    });
    revisions.set(stream, expected === 'none' ? 0n : expected + 1n);
    await after(index);
  }
}

const TABLES = ['memory', 'finding', 'finding_version', 'finding_event', 'finding_person'];
const dump = (database: DatabaseSync) =>
  TABLES.map((table) => database.prepare(`SELECT * FROM audit_${table} ORDER BY 1, 2, 3`).all());
const known = (database: DatabaseSync, at: bigint) =>
  new FindingQueries(database).page({ organisation: 'etda', withEnded: true }, at, FIRST_PAGE, 10_000);

const SEED = 2569;

describe('whatever stands in the log', () => {
  it('is found alike by following it step by step, at one go and by building anew, and as known at any position', async () => {
    const met = new Set<string>();
    const logs = fc.array(happenings, { minLength: 20, maxLength: 60 });
    const played = fc.asyncProperty(logs, fc.integer({ min: 1, max: 9 }), async (asked, every) => {
      folder = mkdtempSync(join(tmpdir(), 'obligo-findings-'));
      const store = createMemoryEventStore({ clock: () => Date.parse('2026-10-01T00:00:00Z') });
      let follower = open(store, 'live');
      const then: ReturnType<typeof known>[] = [];
      await record(store, [registered, ...asked], async (index) => {
        if (index % every !== 0) return;
        await follower.catchUp();
        then.push(known(follower.database, follower.checkpoint ?? 0n));
        if (index % (every * 3) === 0) {
          follower.close();
          follower = open(store, 'live');
        }
      });
      await follower.catchUp();
      const atOnce = open(store, 'at-once');
      await atOnce.catchUp();
      expect(dump(follower.database)).toEqual(dump(atOnce.database));
      const positions: bigint[] = [];
      for await (const { position } of store.readAll()) positions.push(BigInt(position));
      const looked = positions.filter((_, index) => index % every === 0);
      expect(looked.map((at) => known(atOnce.database, at))).toEqual(then);
      for (const { rule } of then.flat()) met.add(rule);
      expect((await follower.rebuild()).every(({ equal }) => equal)).toBe(true);
      expect(dump(follower.database)).toEqual(dump(atOnce.database));
      for (const projector of opened.splice(0)) projector.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    // Were hardly anything found, all would agree for want of findings: so the logs are those in which every rule speaks.
    await fc.assert(played, { numRuns: 25, seed: SEED });
    expect([...met]).toEqual(
      expect.arrayContaining([
        'maker-is-checker',
        'split-orders-under-threshold',
        'postings-after-close',
        'restatements-without-approver',
        'year-end-rush',
        'overrides-by-person',
        'round-sums',
        'duplicate-source-documents',
      ]),
    );
    // Files are opened and rebuilt some hundred times.
  }, 120_000);
});
