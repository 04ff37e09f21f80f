import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { couldRecord } from '#access';
import { budgetAccount, type AccountState } from '#budget';
import {
  type ImportPlan,
  importFaulty,
  importKey,
  type ImportSummary,
  type KnownLedger,
  type Note,
  organisationOf,
  planImport,
  type SourceFile,
  summaryOf,
} from '#importing';
import { civilDateOf, type FiscalYear, isRefusal, RefusalError, streams } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { kpi, type KpiState, quarterlyReport, type QuarterlyReportState } from '#performance';
import type { PostingContext, Receipt } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { receiptLink } from '../posting/poster.ts';

/** What an import recorded, or would record. */
export interface ImportOutcome {
  readonly organisation: string;
  readonly dryRun: boolean;
  /** True when everything in the tables was recorded before. */
  readonly nothingToPost: boolean;
  readonly summary: ImportSummary;
  /** Reports that were taken over before. */
  readonly skipped: readonly string[];
  readonly notes: readonly Note[];
  readonly receipt?: Pick<Receipt, 'idempotencyKey' | 'replayed' | 'position' | 'recordedAt'> & {
    readonly events: number;
  };
}

/** Takes published tables over: all postings or none. */
export class ImportCommand extends Command<ImportOutcome> {
  constructor(
    readonly files: readonly SourceFile[],
    readonly context: Omit<PostingContext, 'idempotencyKey' | 'organisation'>,
    /** Tables that name another are refused. */
    readonly organisation: string,
  ) {
    super();
  }
}

/** No project is called so, and no limit names it. */
const ALL_PROJECTS = '*';

@CommandHandler(ImportCommand)
export class ImportHandler implements ICommandHandler<ImportCommand> {
  constructor(private readonly ledger: EmbeddedLedger) {}

  async execute({ files, context, organisation }: ImportCommand): Promise<ImportOutcome> {
    this.#mustReachAll(organisation, context.actor);
    // Who may not look at the one that the tables name is told that, and nothing else about them.
    const named = organisationOf(files);
    if (named !== undefined && named !== organisation) this.#mustReachAll(named, context.actor);
    const plan = await planImport(files, await this.#known(organisation));
    if (plan.faults.length > 0) throw new RefusalError(importFaulty(plan.faults));
    const dryRun = context.dryRun ?? false;
    const outcome = {
      organisation,
      dryRun,
      nothingToPost: plan.postings.length === 0,
      summary: summaryOf(plan),
      skipped: plan.skipped,
      notes: plan.notes,
    };
    return plan.postings.length === 0
      ? outcome
      : { ...outcome, receipt: await this.#post(plan, files, context, organisation) };
  }

  /** Tables are compared with all that is recorded, and what differs is told: who is limited to projects may not ask. */
  #mustReachAll(organisation: string, actor: string): void {
    const { access, clock } = this.ledger;
    if (!access.state.isSetUp) return;
    const place = { organisation, project: ALL_PROJECTS };
    const today = civilDateOf(clock(), DEFAULT_SETTINGS.calendar.timeZone);
    const granted = couldRecord(access.state, actor, 'budgetaccount', place, today);
    if (isRefusal(granted)) throw new RefusalError(granted);
  }

  async #post(
    { postings }: ImportPlan,
    files: readonly SourceFile[],
    context: Omit<PostingContext, 'idempotencyKey' | 'organisation'>,
    organisation: string,
  ) {
    const idempotencyKey = importKey(files);
    const receipt = await this.ledger.recorder.postAll(postings, {
      ...context,
      organisation,
      idempotencyKey,
    });
    const { replayed, position, recordedAt, events } = receipt;
    return {
      idempotencyKey,
      replayed,
      ...(position === undefined ? {} : { position }),
      ...(recordedAt === undefined ? {} : { recordedAt }),
      ...receiptLink(receipt),
      events: events.length,
    };
  }

  async #known(organisation: string): Promise<KnownLedger> {
    const { recorder } = this.ledger;
    const { budgetAccount: account, kpi: indicator, quarterlyReport: report } = streams;
    return {
      organisation,
      settings: await recorder.settingsOf(organisation),
      account: async (year: FiscalYear, project: string) =>
        (await recorder.stateOf(budgetAccount, account(organisation, year, project))) as
          AccountState | undefined,
      kpi: async (year: FiscalYear, code: string) =>
        (await recorder.stateOf(kpi, indicator(organisation, year, code))) as KpiState | undefined,
      report: async (year: FiscalYear, code: string) =>
        (await recorder.stateOf(quarterlyReport, report(organisation, year, code))) as
          QuarterlyReportState | undefined,
    };
  }
}
