import { type AccountCommand, type AccountEvent, type AccountState, budgetAccount } from '#budget';
import { type CivilDate, streams } from '#kernel';
import { kpi, type KpiCommand, type KpiEvent, type KpiState } from '#performance';
import type { Frame, Report } from '../check/frame.ts';
import type { Findings } from '../fault.ts';
import type { KnownLedger, LedgerStates } from '../known-ledger.ts';
import type { Published } from '../published.ts';
import type { Located } from '../source/read-table.ts';
import type { AccountDesk } from './account-desk.ts';
import { type Origin, ScratchLedger, type ScratchStream } from './scratch-ledger.ts';

/** All that the planning of an import shares: the tables, the year, and the ledger as it will be. */
export class Planning {
  readonly published: Published;
  readonly frame: Frame;
  readonly known: Pick<KnownLedger, 'organisation' | 'settings'>;
  readonly states: LedgerStates;
  readonly findings: Findings;
  readonly ledger: ScratchLedger;
  readonly #accounts = new Map<string, ScratchStream<AccountState, AccountCommand, AccountEvent>>();
  readonly #kpis = new Map<string, ScratchStream<KpiState, KpiCommand, KpiEvent>>();

  constructor(
    published: Published,
    frame: Frame,
    known: Pick<KnownLedger, 'organisation' | 'settings'>,
    states: LedgerStates,
    findings: Findings,
  ) {
    this.published = published;
    this.frame = frame;
    this.known = known;
    this.states = states;
    this.findings = findings;
    this.ledger = new ScratchLedger(frame.calendar, findings);
  }

  accountDesk(project: string, row: Located, bookedOn: CivilDate): AccountDesk {
    const { place, source } = { place: row, source: `${row.file} line ${row.line}` };
    return this.#deskOf(project, { place, source, bookedOn }, row.file);
  }

  /** The desk of an account for what a report says of it. */
  reportDesk(project: string, row: Located, report: Report): AccountDesk {
    return this.#deskOf(project, originOf(row, report), `report ${report.report}`);
  }

  kpiStream(code: string): ScratchStream<KpiState, KpiCommand, KpiEvent> {
    const { organisation } = this.known;
    return remembered(this.#kpis, code, () => ({
      decider: kpi,
      stream: streams.kpi(organisation, this.frame.fiscalYear, code),
      state: this.states.kpis.get(code) ?? kpi.initial(),
    }));
  }

  #deskOf(project: string, origin: Origin, title: string): AccountDesk {
    const { organisation } = this.known;
    const account = remembered(this.#accounts, project, () => ({
      decider: budgetAccount,
      stream: streams.budgetAccount(organisation, this.frame.fiscalYear, project),
      state: this.states.accounts.get(project) ?? budgetAccount.initial(),
    }));
    return { ledger: this.ledger, account, frame: this.frame, project, origin, title };
  }
}

/** The planning of one report; `before` is the report that precedes it. */
export interface ReportPlan {
  readonly planning: Planning;
  readonly report: Report;
  readonly before: Report | undefined;
}

/** Names the publication and the place in the table, and dates the posting as the report is dated. */
export function originOf(row: Located, { report, title, asOf }: Report): Origin {
  const publication = title === undefined ? report : `${report} (${title})`;
  return { place: row, source: `${publication}, ${row.file} line ${row.line}`, bookedOn: asOf };
}

function remembered<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}
