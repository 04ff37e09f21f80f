import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Instant } from '#kernel';
import { startTelemetry, type Telemetry } from '#telemetry';
import { type OtlpReceiver, startOtlpReceiver } from '#telemetry/testing';
import { ServedLedger } from '../../apps/ledger/testing/served-ledger.fixture.ts';

const ELSEWHERE = join(import.meta.dirname, 'project-elsewhere.fixture.ts');

export const LINE = { fundSource: 'annual-appropriation', category: 'operating' };

/** A posting as a program sends it. */
export interface Sent {
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole service on a socket, with traces at a collector and metrics, as an operator would have them. */
export class TracedLedger {
  readonly served: ServedLedger;
  readonly collector: OtlpReceiver;
  readonly telemetry: Telemetry;
  readonly url: string;
  /** Token of somebody who may post. */
  readonly maker: string;

  private constructor(
    served: ServedLedger,
    collector: OtlpReceiver,
    telemetry: Telemetry,
    url: string,
    maker: string,
  ) {
    this.served = served;
    this.collector = collector;
    this.telemetry = telemetry;
    this.url = url;
    this.maker = maker;
  }

  /** On a log in its folder, or in an event database. */
  static async open(store?: string): Promise<TracedLedger> {
    const collector = await startOtlpReceiver();
    const telemetry = await startTelemetry({
      service: 'obligo-ledger',
      version: 'test',
      otlp: collector.url,
      metrics: '127.0.0.1:0',
    });
    const clock = () => new Date().toISOString() as Instant;
    const served = await ServedLedger.open({ telemetry, clock, ...(store === undefined ? {} : { store }) });
    const maker = await served.person('สมหญิง', ['maker'], ['budget-owner']);
    await served.must('budget-accounts', {
      token: maker,
      body: { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' },
    });
    await served.ledger.app.listen(0, '127.0.0.1');
    return new TracedLedger(served, collector, telemetry, await served.ledger.app.getUrl(), maker);
  }

  async post(path: string, { body, headers }: Sent): Promise<Response> {
    return fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.maker}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Takes the log to read models in a process of its own, up to a position at least. */
  async projectElsewhere(position: string, home = join(this.served.data, 'ledger.sqlite')): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'obligo-elsewhere-'));
    const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
    try {
      const given = [home, folder, this.collector.url, position];
      await promisify(execFile)(process.execPath, [...flags, ELSEWHERE, ...given]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  async metrics(): Promise<string> {
    return (await fetch(this.telemetry.metricsUrl ?? '')).text();
  }

  async close(): Promise<void> {
    await this.served.close();
    await this.telemetry.close();
    await this.collector.close();
  }
}

/** An allocation to project P01 of the fiscal year 2569. */
export const allocation = (document: string): object => ({
  line: LINE,
  amount: '1234567.89',
  document,
  effectiveOn: '2025-11-01',
});
