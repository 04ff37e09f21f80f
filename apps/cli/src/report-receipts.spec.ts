import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportReceipt } from '#audit-trail';
import { obligo, obligoWith, type Ran, SAMPLE, scratch, serve } from '../testing/obligo.fixture.ts';
import { rewrite } from '../testing/rewrite.fixture.ts';

/** The built program, as it is installed. */
const MAIN = join(import.meta.dirname, '../../../dist/apps/cli/src/main.js');

const temporary = scratch();
const at = (name: string): string => join(temporary.dir, name);
const D = at('ledger');
const OTHER = at('other');
const COPY = at('copy');

const Q1 = ['report', 'quarterly', '--fiscal-year', '2569', '--quarter', 'Q1', '--known-at', '2025-12-30'];
const Q2 = ['report', 'quarterly', '--fiscal-year', 'FY2569Q2', '--by-quarter', '--known-at', '2026-03-31'];

/** A report and its receipt, as published. */
interface Published {
  readonly receipt: string;
  readonly report: string;
}
const published = new Map<string, Published>();

async function publish(name: string, ...words: readonly string[]): Promise<void> {
  const receipt = at(`${name}.json`);
  const { code, out, err } = await obligo(...words, '--data', D, '--receipt', receipt);
  if (code !== 0) throw new Error(err);
  writeFileSync(at(name), out);
  published.set(name, { receipt, report: at(name) });
}

const verify = (name: string, data: string, ...words: readonly string[]): Promise<Ran> => {
  const { receipt, report } = published.get(name) ?? { receipt: '', report: '' };
  return obligo('report', 'verify', receipt, report, '--data', data, ...words);
};

/** A receipt with something changed in it, under a name of its own. */
function changed(name: string, change: (receipt: ReportReceipt) => void): string {
  const receipt = JSON.parse(readFileSync(at(`${name}.json`), 'utf8')) as ReportReceipt;
  change(receipt);
  writeFileSync(at('changed.json'), `${JSON.stringify(receipt, undefined, 2)}\n`);
  return at('changed.json');
}

beforeAll(async () => {
  await obligo('import', SAMPLE, '--data', D);
  await publish('q1.csv', ...Q1, '--csv');
  await publish('q1.txt', ...Q1);
  await publish('q2.csv', ...Q2, '--csv');
  await publish('q2.json', ...Q2, '--json');
  await publish('ageing.txt', 'report', 'ageing', '--fiscal-year', '2569');
  // Everything but the signing keys goes along; the ledger itself lives on.
  cpSync(D, COPY, { recursive: true });
  const account = [
    '--fiscal-year',
    '2569',
    '--project',
    'R01',
    '--name',
    'R01',
    '--effective-on',
    '2025-10-01',
  ];
  await obligo('account', 'open', ...account, '--data', D);
  await obligo('account', 'open', ...account, '--data', OTHER);
});
afterAll(() => temporary.remove());

describe('a published report with its receipt', () => {
  it('is printed as it is without one, the moment as a position', async () => {
    const [plain, { text }] = [
      await obligo(...Q1, '--csv', '--data', D),
      { text: readFileSync(at('q1.csv'), 'utf8') },
    ];
    expect(text).toBe(plain.out);
    expect(text).toContain('P01,');
    expect(readFileSync(at('q1.txt'), 'utf8')).toMatch(/As known at position \d+, booked 2025-12-30T/);
  });

  it.each(['q1.csv', 'q1.txt', 'q2.csv', 'q2.json', 'ageing.txt'])(
    'is made again byte for byte from the log that has grown, and from a copy of it: %s',
    async (name) => {
      for (const data of [D, COPY]) {
        const { code, out } = await verify(name, data);
        expect(out).toMatch(
          /^SAME: [a-z]+, as known at position \d+, \d+ events, \d+ bytes, SHA-256 [0-9a-f]{64}\n/,
        );
        expect([code, out]).toEqual([0, expect.stringContaining('under the checkpoint of 267 events of')]);
      }
    },
  );

  it('is made again from the receipt alone', async () => {
    const { code, out } = await obligo('report', 'verify', at('q1.csv.json'), '--data', D, '--json');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({
        schema: 'obligo.report-verification/1',
        same: true,
        findings: [],
        notes: [],
      }),
    ]);
  });

  it('is made again by a program in another zone, language and terminal', () => {
    const env = {
      ...process.env,
      TZ: 'America/Los_Angeles',
      LANG: 'th_TH.UTF-8',
      LC_ALL: 'th_TH.UTF-8',
      COLUMNS: '40',
    };
    const words = ['report', 'verify', at('q1.txt.json'), at('q1.txt'), '--data', COPY];
    const { status, stdout } = spawnSync(process.execPath, [MAIN, ...words], { env, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^SAME: /)]);
  });

  it('is published and made again over the network, the log unchecked by who may not re-run it', async () => {
    const running = await serve(COPY);
    try {
      const [reader, auditor] = [await running.as('reader'), await running.as('auditor')];
      const there = ['--url', running.url];
      const made = await obligoWith({ env: reader }, ...Q1, '--csv', ...there, '--receipt', at('url.json'));
      expect([made.code, made.out]).toEqual([0, readFileSync(at('q1.csv'), 'utf8')]);
      const read = await obligoWith({ env: reader }, 'report', 'verify', at('url.json'), ...there);
      expect([read.code, read.out]).toEqual([
        0,
        expect.stringContaining('note: The events of the log were not checked'),
      ]);
      const audited = await obligoWith({ env: auditor }, 'report', 'verify', at('url.json'), ...there);
      expect([audited.code, audited.out]).toEqual([0, expect.not.stringContaining('note:')]);
    } finally {
      await running.stop();
    }
  });

  it('says nothing of who asked', () => {
    for (const name of published.keys())
      expect(readFileSync(at(`${name}.json`), 'utf8')).not.toContain('operator');
  });

  it('is not written over another receipt, and not as plain', async () => {
    const over = await obligo(...Q1, '--csv', '--data', D, '--receipt', at('q1.csv.json'));
    expect([over.code, over.out, over.err]).toEqual([
      2,
      '',
      expect.stringContaining('a name that is not in use'),
    ]);
    const plain = await obligo(...Q1, '--plain', '--data', D, '--receipt', at('plain.json'));
    expect([plain.code, plain.err]).toEqual([
      2,
      expect.stringContaining('--receipt goes with table, csv or json'),
    ]);
  });
});

describe('what differs is told, with exit code 6:', () => {
  it('a cell of the published file', async () => {
    const { receipt } = published.get('q1.csv') as Published;
    const forged = readFileSync(at('q1.csv'), 'utf8').replace('0.6334', '1.7334');
    writeFileSync(at('forged.csv'), forged);
    const { code, out } = await obligo('report', 'verify', receipt, at('forged.csv'), '--data', D);
    expect(code).toBe(6);
    expect(out).toMatch(
      /^DIFFERENT: quarterly, .*\n {2}The published file has \d+ bytes .* \(published-differs\)\n/,
    );
    expect(out).toMatch(/^ {4}line 2 \(P01\), \w+: published "1\.7334", now "0\.6334"$/m);
  });

  it('another log', async () => {
    const { code, out } = await verify('q1.csv', OTHER);
    expect(code).toBe(6);
    expect(out).toContain('The log has fewer than the 267 events that its checkpoint seals. (log-shorter)');
    expect(out).toContain('The report cannot be made again: ');
  });

  it('an event that was changed in the file of the ledger, even where no figure moves', async () => {
    const data = at('tampered');
    cpSync(D, data, { recursive: true });
    rewrite(
      join(data, 'ledger.sqlite'),
      "UPDATE events SET metadata = CAST(replace(CAST(metadata AS TEXT), 'operator', 'somebody') AS BLOB) WHERE position = 5",
    );
    const { code, out } = await verify('q1.csv', data);
    expect(code).toBe(6);
    expect(out).toMatch(
      /^DIFFERENT: .*\n {2}The log is another: the \d+ events that the report was made from .* \(log-differs\)\n/,
    );
    expect(out).toContain('the 267 events that its checkpoint seals had the root');
    expect(out).not.toContain('report-differs');
  });

  it('the bytes that the receipt is about', async () => {
    const receipt = changed('q1.csv', ({ bytes }) => Object.assign(bytes, { sha256: '0'.repeat(64) }));
    const { code, out } = await obligo('report', 'verify', receipt, '--data', D);
    expect([code, out]).toEqual([
      6,
      expect.stringContaining('The published file would show which cells. (report-differs)'),
    ]);
  });

  it('the events that the report was made from', async () => {
    const receipt = changed('q1.csv', ({ log }) => Object.assign(log, { events: 1 }));
    const { code, out } = await obligo('report', 'verify', receipt, '--data', D);
    expect([code, out]).toEqual([
      6,
      expect.stringMatching(/^NOT PROVEN\n {2}log\.consistency: .* \(proof-wrong\)\n/),
    ]);
  });

  it('a report of other parameters', async () => {
    const receipt = changed('q1.csv', ({ query }) => Object.assign(query, { quarter: 'Q2' }));
    const { code, out } = await obligo('report', 'verify', receipt, at('q1.csv'), '--data', D);
    expect([code, out]).toEqual([
      6,
      expect.stringMatching(/line 2 \(P01\), \w+: published "[\d.]+", now "[\d.]+"/),
    ]);
  });
});

describe('another version', () => {
  const older = (name: string) => (receipt: ReportReceipt) => {
    const { projections, software, bytes } = receipt;
    for (const one of projections) one.version += 90;
    Object.assign(software, { version: '0.0.1' });
    const version = projections.find((one) => one.name === 'plan-versus-actual')?.version ?? 0;
    const text = readFileSync(at(name), 'utf8')
      .replace(`"version": ${version - 90}`, `"version": ${version}`)
      .replace(`plan-versus-actual v${version - 90}`, `plan-versus-actual v${version}`);
    const sha256 = createHash('sha256').update(text).digest('hex');
    Object.assign(bytes, { length: Buffer.byteLength(text), sha256 });
  };

  it.each(['q1.csv', 'q1.txt', 'q2.json'])(
    'of the program or a projection is told, and makes the same report: %s',
    async (name) => {
      const { code, out } = await obligo('report', 'verify', changed(name, older(name)), '--data', D);
      expect([code, out]).toEqual([0, expect.stringMatching(/^SAME: /)]);
      expect(out).toMatch(/^note: Made with version 0\.0\.1 of the program, and again with \S+\.$/m);
      expect(out).toMatch(
        /^note: Made from version 9\d of the projection plan-versus-actual, and again from \d+\.$/m,
      );
    },
  );
});
