import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, type Metric } from '#telemetry';
import { type Family, parseExposition, type Sample } from '#telemetry/testing';
import { alerts, askedIn, expressions, panels } from './settings.fixture.ts';
import { allocation, TracedLedger } from './traced-ledger.fixture.ts';

// A whole service is started, and machines differ.
jest.setTimeout(120_000);

const ROOT = join(import.meta.dirname, '../..');
const PATH = 'budget-accounts/2569/P01/allocations';
/** Counted for the first time when it happens, and by a remote store alone. */
const LATER = ['obligo_store_retries_total'];
/** Labels that Prometheus gives by itself. */
const OF_PROMETHEUS = ['job', 'instance', 'le'];

let ledger: TracedLedger;
let text: string;
let families: ReadonlyMap<string, Family>;

const samplesOf = (name: string): readonly Sample[] => families.get(name)?.samples ?? [];
const valueOf = (name: string, labels: Sample['labels'] = {}): number | undefined =>
  samplesOf(name).find((sample) =>
    Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  )?.value;

beforeAll(async () => {
  ledger = await TracedLedger.open();
  const { embedded } = ledger.served.ledger;
  for (const document of ['AP-1', 'AP-2', 'AP-3']) {
    const sent = { body: allocation(document), headers: { 'idempotency-key': document } };
    expect((await ledger.post(PATH, sent)).status).toBe(201);
  }
  expect((await ledger.post(`${PATH}?dryRun=true`, { body: allocation('AP-4') })).status).toBe(200);
  const body = { disbursement: 'DV-1', commitment: 'PO-9', amount: '1.00', effectiveOn: '2025-11-01' };
  expect((await ledger.post('budget-accounts/2569/P01/disbursements', { body })).status).toBe(404);
  await embedded.seals.status();
  text = await ledger.metrics();
  families = parseExposition(text);
});
afterAll(() => ledger.close());

describe('the metrics of a ledger', () => {
  it('tell what became of commands, which were refused and why', () => {
    expect(valueOf('obligo_commands_total', { command: 'allocate', outcome: 'recorded' })).toBe(3);
    expect(valueOf('obligo_commands_total', { outcome: 'refused' })).toBe(1);
    expect(samplesOf('obligo_refusals_total')).toEqual([
      expect.objectContaining({ labels: { code: 'commitment-unknown' }, value: 1 }),
    ]);
  });

  it('tell how long appends and requests took, by pattern of the route', () => {
    expect(valueOf('obligo_append_duration_seconds', { log: 'ledger' })).toBeGreaterThanOrEqual(4);
    const route = '/api/v1/budget-accounts/:fiscalYear/:project/allocations';
    const requests = samplesOf('obligo_http_request_duration_seconds').filter(
      ({ name, labels }) => name.endsWith('_count') && labels['route'] === route,
    );
    expect(requests).toEqual([
      expect.objectContaining({ labels: { method: 'POST', route, status: '2xx' }, value: 4 }),
    ]);
    expect(valueOf('obligo_append_batch_appends', { log: 'access' })).toBeGreaterThan(0);
  });

  it('tell where the log ends, and that nothing waits', async () => {
    const head = Number(await ledger.served.head());
    expect(valueOf('obligo_log_position', { log: 'ledger' })).toBe(head);
    expect(valueOf('obligo_projection_position')).toBeLessThanOrEqual(head);
    expect(valueOf('obligo_projection_lag_events')).toBe(
      head - (valueOf('obligo_projection_position') ?? -1),
    );
    expect(valueOf('obligo_store_standing', { log: 'ledger', standing: 'ready' })).toBe(1);
    expect(valueOf('obligo_store_standing', { log: 'ledger', standing: 'alarm' })).toBe(0);
    expect(valueOf('obligo_read_models_stopped')).toBe(0);
    expect(valueOf('obligo_ready')).toBe(1);
    expect(valueOf('obligo_unsealed_events', { log: 'ledger' })).toBe(head);
    expect(valueOf('obligo_seal_standing', { standing: 'waiting' })).toBe(1);
    expect(valueOf('obligo_data_disk_free_bytes')).toBeGreaterThan(0);
  });

  it('tell how far the read models are behind while they do not read', async () => {
    await ledger.served.ledger.embedded.projector.catchUp();
    const { clock } = ledger.served.ledger.embedded;
    const before = clock();
    expect((await ledger.post(PATH, { body: allocation('AP-5') })).status).toBe(201);
    const now = parseExposition(await ledger.metrics());
    const lag = now.get('obligo_projection_lag_events')?.samples[0]?.value;
    const seconds = now.get('obligo_projection_lag_seconds')?.samples[0]?.value ?? -1;
    expect(lag).toBe(1);
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(seconds).toBeLessThanOrEqual((Date.parse(clock()) - Date.parse(before)) / 1000);
  });

  it('are all of the list, all in the documented form, and say nothing of projects, documents or people', () => {
    for (const [name, { type, help, samples }] of families) {
      expect(CATALOGUE).toHaveProperty([name], expect.objectContaining({ kind: type, help }));
      const { labels = [] }: Metric = CATALOGUE[name as keyof typeof CATALOGUE];
      for (const sample of samples)
        expect(
          Object.keys(sample.labels)
            .filter((label) => label !== 'le')
            .sort(),
        ).toEqual([...labels].sort());
    }
    expect([...families.keys(), ...LATER].sort()).toEqual(Object.keys(CATALOGUE).sort());
    for (const secret of ['P01', 'AP-1', 'PO-9', 'สมหญิง', '1234567']) expect(text).not.toContain(secret);
  });
});

describe('the alerts and the dashboard', () => {
  it('ask only for metrics that a ledger gives, by labels that these have', () => {
    const asked = expressions().flatMap(({ at, expr }) => askedIn(expr).map((each) => ({ at, ...each })));
    expect(asked.length).toBeGreaterThan(50);
    for (const { at, metric, labels } of asked) {
      const family = families.get(metric) ?? families.get(metric.replace(/_(?:bucket|sum|count)$/, ''));
      const isKnown = family !== undefined || LATER.includes(metric);
      expect([at, metric, isKnown]).toEqual([at, metric, true]);
      if (family && family.name !== metric)
        expect([at, metric, family.type]).toEqual([at, metric, 'histogram']);
      const name = (family?.name ?? metric) as keyof typeof CATALOGUE;
      const { labels: own = [] }: Metric = CATALOGUE[name];
      expect([at, metric, labels.filter((label) => ![...own, ...OF_PROMETHEUS].includes(label))]).toEqual([
        at,
        metric,
        [],
      ]);
    }
  });

  it('show every metric there is', () => {
    const shown = expressions().flatMap(({ expr }) => askedIn(expr).map(({ metric }) => metric));
    const isShown = (name: string) =>
      shown.some((metric) => metric === name || metric.replace(/_(?:bucket|sum|count)$/, '') === name);
    expect(Object.keys(CATALOGUE).filter((name) => !isShown(name))).toEqual([]);
    for (const { title, description } of panels()) expect([title, description]).not.toContain(undefined);
  });

  it('name refusals that there are', () => {
    const codes = expressions().flatMap(({ expr }) =>
      [...expr.matchAll(/code=~?"([^"]+)"/g)].flatMap(([, found = '']) => found.split('|')),
    );
    const known = readFileSync(join(ROOT, 'docs/refusals.md'), 'utf8');
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(known).toContain(`\`${code}\``);
  });

  it('lead to a section of the runbook for every alert', () => {
    const runbook = readFileSync(join(ROOT, 'docs/observability.md'), 'utf8');
    const sections = [...runbook.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect(
      alerts()
        .map(({ at }) => at)
        .sort(),
    ).toEqual([...sections].sort());
    for (const { at, expr, runbook: link } of alerts())
      expect([expr === '', link]).toEqual([false, `docs/observability.md#${at.toLowerCase()}`]);
  });
});

describe('the documentation', () => {
  it('names every metric, with what it tells', () => {
    const rows = readFileSync(join(ROOT, 'docs/observability.md'), 'utf8').matchAll(
      /^\| `((?:obligo|process|nodejs)_\w+)` +\| ([^|]*)\| ([^|]*)\| ([^|]*)\|$/gm,
    );
    const told = [...rows].map(([, name = '', kind = '', labels = '', help = '']) => ({
      name,
      kind: kind.trim(),
      labels: labels.trim() === '' ? [] : labels.trim().replaceAll('`', '').split(', '),
      help: help.trim(),
    }));
    const all = Object.entries(CATALOGUE).map(([name, metric]) => ({
      name,
      kind: metric.kind,
      labels: 'labels' in metric ? [...metric.labels] : [],
      help: metric.help,
    }));
    expect(told).toEqual(all);
  });
});
