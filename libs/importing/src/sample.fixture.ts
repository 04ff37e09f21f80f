import { readdirSync, readFileSync } from 'node:fs';
import type { AccountState } from '#budget';
import {
  civilDateOf,
  type FiscalYear,
  orThrow,
  parseMillionBaht,
  type Satang,
  streams,
  THAI_CALENDAR,
} from '#kernel';
import { organisation, type OrganisationSettings } from '#organisation';
import type { KpiState, QuarterlyReportState } from '#performance';
import type { Posting } from '#posting';

import type { KnownLedger, SourceFile } from './index.ts';

const folderOf = (name: string): URL => new URL(`../../../deploy/samples/${name}/`, import.meta.url);

/** The tables of a sample as an import reads them. */
export function sampleFiles(sample = 'etda-fy2569'): SourceFile[] {
  const folder = folderOf(sample);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ name, content: readFileSync(new URL(name, folder), 'utf8') }));
}

/** The sample with one file changed. */
export function withFile(
  files: readonly SourceFile[],
  name: string,
  change: (content: string) => string,
): SourceFile[] {
  return files.map((file) => (file.name === name ? { name, content: change(file.content) } : file));
}

/** The sample with one text replaced; the text must be there, so that a test cannot miss its aim. */
export function replaced(files: readonly SourceFile[], name: string, from: string, to: string): SourceFile[] {
  return withFile(files, name, (content) => {
    if (!content.includes(from)) throw new Error(`${name} does not contain ${from}`);
    return content.replace(from, () => to);
  });
}

/** The rows of a plain table (no quotes) as objects. */
export function rowsOf(files: readonly SourceFile[], name: string): Record<string, string>[] {
  const [header = '', ...lines] = (files.find((file) => file.name === name)?.content ?? '')
    .trim()
    .split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

export const million = (text: string | undefined): Satang => parseMillionBaht(text);

/** A ledger that holds what the given postings wrote, folded without a store. */
export class LedgerInMemory implements KnownLedger {
  readonly organisation: string;
  settings: OrganisationSettings | undefined;
  readonly #states = new Map<string, unknown>();

  constructor(code = 'etda') {
    this.organisation = code;
  }

  take(postings: readonly Posting[]): this {
    for (const { decider, stream, command, bookedAt } of postings) {
      const context = {
        calendar: THAI_CALENDAR,
        bookedOn: civilDateOf(bookedAt ?? never(), THAI_CALENDAR.timeZone),
      };
      let state = this.#states.get(stream) ?? decider.initial();
      for (const event of orThrow(decider.decide(state, command, context))) {
        state = decider.evolve(state, event);
      }
      this.#states.set(stream, state);
      if (decider.category === organisation.category) {
        this.settings = (state as { settings: OrganisationSettings }).settings;
      }
    }
    return this;
  }

  async account(year: FiscalYear, project: string): Promise<AccountState | undefined> {
    return this.#states.get(streams.budgetAccount(this.organisation, year, project)) as
      AccountState | undefined;
  }

  async kpi(year: FiscalYear, code: string): Promise<KpiState | undefined> {
    return this.#states.get(streams.kpi(this.organisation, year, code)) as KpiState | undefined;
  }

  async report(year: FiscalYear, report: string): Promise<QuarterlyReportState | undefined> {
    return this.#states.get(streams.quarterlyReport(this.organisation, year, report)) as
      QuarterlyReportState | undefined;
  }
}

function never(): never {
  throw new Error('a posting of an import has a clock of its own');
}
