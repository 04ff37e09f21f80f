import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
import { AccessDesk } from './access/access-desk.ts';
import { AccessRulesController } from './access/access-rules.controller.ts';
import { Guard } from './access/guard.ts';
import { PeopleController } from './access/people.controller.ts';
import { SessionController } from './access/session.controller.ts';
import { CSRF_HEADER } from './access/sessions.ts';
import { SetUpController } from './access/set-up.controller.ts';
import { SignOnController } from './access/sign-on.controller.ts';
import { TokenIssuer } from './access/token-issuer.ts';
import { TokensController } from './access/tokens.controller.ts';
import { FindingsController } from './auditing/findings.controller.ts';
import { ReadingsController } from './readings/readings.controller.ts';
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
import { KnownStates } from './control/known-states.ts';
import { PeriodsController } from './control/periods.controller.ts';
import { PolicyController } from './control/policy.controller.ts';
import { Submissions } from './control/submissions.ts';
import { AccountsController } from './budget/accounts.controller.ts';
import { CommitmentsController } from './budget/commitments.controller.ts';
import { DisbursementsController } from './budget/disbursements.controller.ts';
import { TransfersController } from './budget/transfers.controller.ts';
import { Readings } from '#readings';
import type { LogLevel } from './config.ts';
import { EmbeddedLedger } from './embedded/embedded-ledger.ts';
import { Organisations } from './http/organisations.ts';
import { PostingContexts } from './http/posting-context.ts';
import { withoutSecrets } from './http/without-secrets.ts';
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
import { InclusionReceipts } from './receipts/inclusion-receipts.ts';
import { LogRoots } from './receipts/log-roots.ts';
import { ReceiptsController } from './receipts/receipts.controller.ts';
import { ReportReceipts } from './receipts/report-receipts.ts';
import { ReportReceiptsController } from './receipts/report-receipts.controller.ts';
import { SealedEvents } from './receipts/sealed-events.ts';
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
import { RestatementsController } from './time-machine/restatements.controller.ts';
import { AccountStateHandler } from './time-machine/account-state.query.ts';
import { DocumentLives } from './time-machine/document-lives.ts';
import { DocumentStatesHandler } from './time-machine/document-states.query.ts';
import { DiffsController } from './time-machine/diffs.controller.ts';
import { PolicyDiffHandler } from './time-machine/policy-diff.query.ts';
import { RolesAt } from './time-machine/roles-at.ts';
import { RolesDiffHandler } from './time-machine/roles-diff.query.ts';
import { PointResolver } from './time-machine/points.ts';
import { KpiStatesHandler } from './time-machine/kpi-states.query.ts';
import { StatusKnowledge } from './time-machine/status-knowledge.ts';
import { StatesController } from './time-machine/states.controller.ts';
import { KpiKnowledge } from './time-machine/kpi-knowledge.ts';
import { RestatementsHandler } from './time-machine/restatements.query.ts';
import { Changes } from './reports/changes.ts';
import { ReRuns } from './reruns/re-runs.ts';
import { ReRunsController } from './reruns/re-runs.controller.ts';
import { CheckpointsController } from './sealing/checkpoints.controller.ts';
import { SealController } from './sealing/seal.controller.ts';
import { StatusReportHandler } from './reports/status.query.ts';
import { Today } from './reports/today.ts';
import { TransferReportsHandler } from './reports/transfer-reports.query.ts';
import { YearEndHandler } from './reports/year-end.query.ts';

/** Probes come every few seconds and say nothing. */
const isProbe = (request: { originalUrl?: string; url?: string }): boolean =>
  (request.originalUrl ?? request.url ?? '').startsWith('/health');

/** The address of a request as it may stand in the log. */
const withoutSecretsInAddress = (request: { readonly url: string }): object => ({
  ...request,
  url: withoutSecrets(request.url),
});

/** The service around one embedded ledger. */
@Module({})
export class LedgerModule {
  static around(ledger: EmbeddedLedger, guard: Guard, logLevel: LogLevel): DynamicModule {
    return {
      module: LedgerModule,
      imports: [
        CqrsModule.forRoot(),
        LoggerModule.forRoot({
          pinoHttp: [
            {
              level: logLevel,
              redact: [
                'req.headers.authorization',
                'req.headers.cookie',
                `req.headers["${CSRF_HEADER}"]`,
                'req.headers["csrf-token"]',
                'res.headers["set-cookie"]',
                'res.headers.location',
                'req.query',
              ],
              serializers: { req: withoutSecretsInAddress },
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
        RestatementsController,
        StatesController,
        DiffsController,
        ReceiptsController,
        ReportReceiptsController,
        ListsController,
        SetUpController,
        SessionController,
        SignOnController,
        PeopleController,
        TokensController,
        AccessRulesController,
        FindingsController,
        ReadingsController,
        SealController,
        CheckpointsController,
        OperationsController,
        HealthController,
      ],
      providers: [
        { provide: EmbeddedLedger, useValue: ledger },
        { provide: Readings, useValue: ledger.readings },
        { provide: Guard, useValue: guard },
        AccessDesk,
        TokenIssuer,
        Organisations,
        PostingContexts,
        Poster,
        AccountPoster,
        Submissions,
        KnownStates,
        ReRuns,
        YearEnds,
        PostHandler,
        PostTogetherHandler,
        ImportHandler,
        KnownAtResolver,
        QuarterlyReports,
        Explanations,
        Changes,
        KpiKnowledge,
        StatusKnowledge,
        PointResolver,
        PolicyDiffHandler,
        RolesAt,
        RolesDiffHandler,
        RestatementsHandler,
        AccountStateHandler,
        DocumentLives,
        DocumentStatesHandler,
        KpiStatesHandler,
        Today,
        LineFigures,
        AccountDocuments,
        EventReader,
        SealedEvents,
        InclusionReceipts,
        ReportReceipts,
        LogRoots,
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
