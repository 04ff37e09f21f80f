import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
import { AccountPoster } from './budget/account-poster.ts';
import { AcceptancesController } from './budget/acceptances.controller.ts';
import { AuthorityController } from './budget/authority.controller.ts';
import { CashController } from './budget/cash.controller.ts';
import { DocumentsController } from './budget/documents.controller.ts';
import { NotesController } from './budget/notes.controller.ts';
import { RequestsController } from './budget/requests.controller.ts';
import { YearEndController } from './budget/year-end.controller.ts';
import { YearEnds } from './budget/year-ends.ts';
import { ApprovalsController } from './control/approvals.controller.ts';
import { DutiesController } from './control/duties.controller.ts';
import { PeriodsController } from './control/periods.controller.ts';
import { PolicyController } from './control/policy.controller.ts';
import { Submissions } from './control/submissions.ts';
import { AccountsController } from './budget/accounts.controller.ts';
import { CommitmentsController } from './budget/commitments.controller.ts';
import { DisbursementsController } from './budget/disbursements.controller.ts';
import { TransfersController } from './budget/transfers.controller.ts';
import type { LogLevel } from './config.ts';
import { EmbeddedLedger } from './embedded/embedded-ledger.ts';
import { Organisations } from './http/organisations.ts';
import { PostingContexts } from './http/posting-context.ts';
import { ImportHandler } from './importing/import.command.ts';
import { ImportsController } from './importing/imports.controller.ts';
import { EventReader } from './journal/event-reader.ts';
import { ListsController } from './journal/lists.controller.ts';
import { HealthController, OperationsController } from './operations/operations.controller.ts';
import { OrganisationsController } from './organisation/organisations.controller.ts';
import { KpisController } from './performance/kpis.controller.ts';
import { QuarterlyReportsController } from './performance/quarterly-reports.controller.ts';
import { PostHandler, PostTogetherHandler } from './posting/post.command.ts';
import { Poster } from './posting/poster.ts';
import { AccountDocuments } from './reports/account-documents.ts';
import { AgeingHandler } from './reports/ageing.query.ts';
import { BudgetBookHandler } from './reports/budget-book.query.ts';
import { BudgetComparisonHandler } from './reports/budget-comparison.query.ts';
import { BudgetReportsController } from './reports/budget-reports.controller.ts';
import { BudgetStatusHandler } from './reports/budget-status.query.ts';
import { DiffHandler } from './reports/diff.query.ts';
import { DisbursementTargetsHandler } from './reports/disbursement-targets.query.ts';
import { DocumentReportsController } from './reports/document-reports.controller.ts';
import { ExecutionHandler } from './reports/execution.query.ts';
import { ExplainHandler, Explanations } from './reports/explain.query.ts';
import { KnownAtResolver } from './reports/known-at.ts';
import { KpiReportHandler } from './reports/kpi.query.ts';
import { LikelyToLapseHandler } from './reports/likely-to-lapse.query.ts';
import { LineFigures } from './reports/line-figures.ts';
import { PaymentDaysHandler } from './reports/payment-days.query.ts';
import { QuarterlyReportHandler, QuarterlyReports } from './reports/quarterly.query.ts';
import { ReconcileHandler } from './reports/reconcile.query.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { ReRuns } from './reruns/re-runs.ts';
import { ReRunsController } from './reruns/re-runs.controller.ts';
import { StatusReportHandler } from './reports/status.query.ts';
import { Today } from './reports/today.ts';
import { TransferReportsHandler } from './reports/transfer-reports.query.ts';
import { YearEndHandler } from './reports/year-end.query.ts';

/** Probes come every few seconds and say nothing. */
const isProbe = (request: { originalUrl?: string; url?: string }): boolean =>
  (request.originalUrl ?? request.url ?? '').startsWith('/health');

/** The service around one embedded ledger. */
@Module({})
export class LedgerModule {
  static around(ledger: EmbeddedLedger, logLevel: LogLevel): DynamicModule {
    return {
      module: LedgerModule,
      imports: [
        CqrsModule.forRoot(),
        LoggerModule.forRoot({
          pinoHttp: [
            {
              level: logLevel,
              redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
              autoLogging: { ignore: isProbe },
            },
            // Data goes to standard output; what the service says of itself does not.
            process.stderr,
          ],
        }),
      ],
      controllers: [
        OrganisationsController,
        AccountsController,
        AuthorityController,
        RequestsController,
        CommitmentsController,
        AcceptancesController,
        DisbursementsController,
        TransfersController,
        CashController,
        DocumentsController,
        NotesController,
        YearEndController,
        PolicyController,
        DutiesController,
        PeriodsController,
        ApprovalsController,
        ReRunsController,
        KpisController,
        QuarterlyReportsController,
        ImportsController,
        ReportsController,
        BudgetReportsController,
        DocumentReportsController,
        ListsController,
        OperationsController,
        HealthController,
      ],
      providers: [
        { provide: EmbeddedLedger, useValue: ledger },
        Organisations,
        PostingContexts,
        Poster,
        AccountPoster,
        Submissions,
        ReRuns,
        YearEnds,
        PostHandler,
        PostTogetherHandler,
        ImportHandler,
        KnownAtResolver,
        QuarterlyReports,
        Explanations,
        Today,
        LineFigures,
        AccountDocuments,
        EventReader,
        QuarterlyReportHandler,
        BudgetBookHandler,
        KpiReportHandler,
        StatusReportHandler,
        ExplainHandler,
        DiffHandler,
        ReconcileHandler,
        BudgetStatusHandler,
        BudgetComparisonHandler,
        ExecutionHandler,
        DisbursementTargetsHandler,
        YearEndHandler,
        AgeingHandler,
        LikelyToLapseHandler,
        PaymentDaysHandler,
        TransferReportsHandler,
      ],
    };
  }
}
