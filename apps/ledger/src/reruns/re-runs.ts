import { Injectable } from '@nestjs/common';
import {
  type AccountEvent,
  type PastDecision,
  type Proposal,
  reRun,
  shortOf,
  type WouldBeRefused,
} from '#budget';
import { controlPolicy, type ControlPolicy, type ControlState, readPolicy } from '#control';
import type { RecordedEvent } from '#event-store';
import {
  civilDateOf,
  type FiscalCalendar,
  type FiscalYear,
  fiscalYearRange,
  orThrow,
  parseBaht,
  parseCivilDate,
  parseFiscalYear,
  refusal,
  RefusalError,
  streams,
} from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import type { ReRunRow } from '#reporting';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { ReRunDto } from './re-run.dto.ts';

const MOST = 1_000;

/** Settings that are asked of commands, not of what they recorded: a re-run of the log cannot try them. */
const NOT_REPLAYED = [
  'excess',
  'transfers',
  'approvals',
  'reserveWhileWaiting',
  'pastQuarters',
  'datesOutsideYear',
  'yearEnd',
  'targets',
];

/** Runs the history of a year again under other rules. Reads the log; writes nothing. */
@Injectable()
export class ReRuns {
  constructor(private readonly ledger: EmbeddedLedger) {}

  async run(
    organisation: string,
    request: ReRunDto,
    knownAt: bigint,
  ): Promise<{
    rows: ReRunRow[];
    decisions: number;
    truncated: boolean;
    policy: ControlPolicy;
    notReplayed: string[];
  }> {
    const { recorder, tables } = this.ledger;
    const fiscalYear = parseFiscalYear(request.fiscalYear);
    const { calendar } = (await recorder.settingsOf(organisation)) ?? DEFAULT_SETTINGS;
    const policy = await this.#policyFor(organisation, request.policy);
    const notReplayed = NOT_REPLAYED.filter((name) => request.policy?.[name] !== undefined);
    const rows: ReRunRow[] = [];
    let decisions = 0;
    mustBePossible(request, fiscalYear, calendar);
    const accounts = tables.planVersusActual.accounts({ organisation, fiscalYear }, knownAt);
    mustHaveAccounts(
      request,
      accounts.map(({ project }) => project),
    );
    for (const { project } of accounts) {
      if (request.project !== undefined && request.project !== project) continue;
      const history = await this.#historyOf(organisation, fiscalYear, project, calendar.timeZone);
      decisions += history.length;
      const cuts = cutsOf(request, project);
      rows.push(...reRun(history, { policy, cuts }, calendar).map((found) => rowOf(project, found)));
    }
    return { rows: rows.slice(0, MOST), decisions, truncated: rows.length > MOST, policy, notReplayed };
  }

  /** The policy in force with the proposed settings on top. */
  async #policyFor(organisation: string, proposed: object = {}): Promise<ControlPolicy> {
    const found = await this.ledger.recorder.stateOf(controlPolicy, streams.controlPolicy(organisation));
    const { policy } = (found ?? controlPolicy.initial()) as ControlState;
    return orThrow(readPolicy({ ...policy, ...proposed }));
  }

  async #historyOf(
    organisation: string,
    fiscalYear: FiscalYear,
    project: string,
    timeZone: string,
  ): Promise<PastDecision[]> {
    const stream = streams.budgetAccount(organisation, fiscalYear, project);
    const history: (PastDecision & { events: AccountEvent[] })[] = [];
    let command: string | undefined;
    for await (const recorded of this.ledger.store.readStream(stream)) {
      const event = catalogue.read(recorded) as AccountEvent;
      // A decision may be of several events; what one command asked of an account twice has a record of its own each.
      const begins = command !== recorded.metadata.commandId || recorded.metadata.decision !== undefined;
      if (begins) history.push({ ...decisionOf(recorded, timeZone), events: [] });
      command = recorded.metadata.commandId;
      history.at(-1)?.events.push(event);
    }
    return history;
  }
}

function decisionOf(
  { position, bookedAt, metadata }: RecordedEvent,
  timeZone: string,
): Omit<PastDecision, 'events'> {
  const { override } = (metadata.decision ?? {}) as { readonly override?: object };
  const overridden = override !== undefined;
  return { position, bookedOn: civilDateOf(bookedAt, timeZone), actor: metadata.actor, overridden };
}

/** What a real cut would be refused for whatever stands in its account, with the codes of the real one. */
function mustBePossible({ cuts = [] }: ReRunDto, fiscalYear: FiscalYear, calendar: FiscalCalendar): void {
  const { first, last } = fiscalYearRange(fiscalYear, calendar);
  for (const { amount, on } of cuts) {
    if (parseBaht(amount) <= 0) {
      const message = `The amount of a proposed cut is ${amount}; expected more than zero.`;
      throw new RefusalError(refusal('invalid', 'amount-not-positive', message, { given: amount }));
    }
    if (on < first || on > last) {
      const message = `${on} does not lie in the fiscal year ${fiscalYear}; expected ${first} to ${last}.`;
      throw new RefusalError(
        refusal('rule', 'date-outside-fiscal-year', message, { fiscalYear, effectiveOn: on, first, last }),
      );
    }
  }
}

function mustHaveAccounts({ cuts = [] }: ReRunDto, projects: readonly string[]): void {
  const unknown = cuts.find(({ project }) => !projects.includes(project));
  if (!unknown) return;
  const message = `The project ${unknown.project} has no account in this fiscal year; expected it to be opened first.`;
  throw new RefusalError(refusal('not-found', 'account-not-open', message, { project: unknown.project }));
}

const cutsOf = ({ cuts = [] }: ReRunDto, project: string): Proposal['cuts'] =>
  cuts
    .filter((cut) => cut.project === project)
    .map(({ line: { fundSource, category }, amount, on }) => ({
      line: { fundSource, category },
      amount: parseBaht(amount),
      on: parseCivilDate(on),
    }));

const rowOf = (project: string, found: WouldBeRefused): ReRunRow => ({
  project,
  position: found.position,
  bookedOn: found.bookedOn,
  effectiveOn: found.effectiveOn,
  type: found.type,
  document: found.document?.number,
  actor: found.actor,
  code: found.refusal.code,
  message: found.refusal.message,
  shortBy: shortOf(found),
  follows: found.follows,
});
