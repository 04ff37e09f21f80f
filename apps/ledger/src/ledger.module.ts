import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Readings } from '#readings';
import { AccessDesk } from './access/access-desk.ts';
import { AccessRulesController } from './access/access-rules.controller.ts';
import { Guard } from './access/guard.ts';
import { OwnSession } from './access/own-session.ts';
import { PeopleController } from './access/people.controller.ts';
import { ReadingRights } from './access/reading-rights.ts';
import { SessionController } from './access/session.controller.ts';
import { SetUpController } from './access/set-up.controller.ts';
import { SignOnController } from './access/sign-on.controller.ts';
import { TokenIssuer } from './access/token-issuer.ts';
import { TokensController } from './access/tokens.controller.ts';
import { FindingsController } from './auditing/findings.controller.ts';
import { AcceptancesController } from './budget/acceptances.controller.ts';
import { AccountPoster } from './budget/account-poster.ts';
import { AccountsController } from './budget/accounts.controller.ts';
import { AuthorityController } from './budget/authority.controller.ts';
import { CashController } from './budget/cash.controller.ts';
import { CommitmentsController } from './budget/commitments.controller.ts';
import { DisbursementsController } from './budget/disbursements.controller.ts';
import { DocumentsController } from './budget/documents.controller.ts';
import { NotesController } from './budget/notes.controller.ts';
import { RequestsController } from './budget/requests.controller.ts';
import { TransfersController } from './budget/transfers.controller.ts';
import { YearEndController } from './budget/year-end.controller.ts';
import { YearEnds } from './budget/year-ends.ts';
import { ApprovalLists } from './control/approval-lists.ts';
import { ApprovalsController } from './control/approvals.controller.ts';
import { DutiesController } from './control/duties.controller.ts';
import { KnownStates } from './control/known-states.ts';
import { PeriodsController } from './control/periods.controller.ts';
import { PolicyController } from './control/policy.controller.ts';
import { Submissions } from './control/submissions.ts';
import { UsablePolicies } from './control/usable-policies.ts';
import { WaitingDecisions } from './control/waiting-decisions.ts';
import { AttemptsController } from './desk/attempts.controller.ts';
import { DeskController } from './desk/desk.controller.ts';
import { EmbeddedLedger } from './embedded/embedded-ledger.ts';
import { Organisations } from './http/organisations.ts';
import { PostingContexts } from './http/posting-context.ts';
import { ImportHandler } from './importing/import.command.ts';
import { ImportsController } from './importing/imports.controller.ts';
import { EventContexts } from './journal/event-context.ts';
import { EventReader } from './journal/event-reader.ts';
import { EventsController } from './journal/events.controller.ts';
import { JournalSearch } from './journal/journal-search.ts';
import { JournalController } from './journal/journal.controller.ts';
import { ListsController } from './journal/lists.controller.ts';
import { MomentsController } from './moments/moments.controller.ts';
import { MomentsHandler } from './moments/moments.query.ts';
import { NamedMoments } from './moments/named-moments.ts';
import { OpenDataController } from './open-data/open-data.controller.ts';
import { HealthController, OperationsController } from './operations/operations.controller.ts';
import { FiscalYearsController } from './organisation/fiscal-years.controller.ts';
import { OrganisationsController } from './organisation/organisations.controller.ts';
import { KpisController } from './performance/kpis.controller.ts';
import { QuarterlyReportsController } from './performance/quarterly-reports.controller.ts';
import { PostHandler, PostPreparedHandler, PostTogetherHandler } from './posting/post.command.ts';
import { Poster } from './posting/poster.ts';
import { PostingsController } from './posting/postings.controller.ts';
import { RecordedPostings } from './posting/recorded-posting.ts';
import { BoardReportsController } from './publishing/board-reports.controller.ts';
import { BoardReports } from './publishing/board-reports.ts';
import { PublicationViews } from './publishing/publication-views.ts';
import { PublicationsController } from './publishing/publications.controller.ts';
import { Publications } from './publishing/publications.ts';
import { ReadingsController } from './readings/readings.controller.ts';
import { InclusionReceipts } from './receipts/inclusion-receipts.ts';
import { LogRoots } from './receipts/log-roots.ts';
import { ReceiptsController } from './receipts/receipts.controller.ts';
import { ReportReceiptsController } from './receipts/report-receipts.controller.ts';
import { ReportReceipts } from './receipts/report-receipts.ts';
import { SealedEvents } from './receipts/sealed-events.ts';
import { AccountDocuments } from './reports/account-documents.ts';
import { BudgetReportsController } from './reports/budget-reports.controller.ts';
import { Changes } from './reports/changes.ts';
import { DocumentReportsController } from './reports/document-reports.controller.ts';
import { ExplainedFigures } from './reports/explained-figures.ts';
import { Explanations } from './reports/explanations.ts';
import { FiguresController } from './reports/figures.controller.ts';
import { KnownAtResolver } from './reports/known-at.ts';
import { LineFigures } from './reports/line-figures.ts';
import { PublishedMoments } from './reports/published-moments.ts';
import { QuarterlyReports } from './reports/quarterly.query.ts';
import { REPORT_HANDLERS } from './reports/report-handlers.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { Today } from './reports/today.ts';
import { ReRunsController } from './reruns/re-runs.controller.ts';
import { ReRuns } from './reruns/re-runs.ts';
import { CheckpointsController } from './sealing/checkpoints.controller.ts';
import { SealController } from './sealing/seal.controller.ts';
import { SheetProgresses } from './sheets/sheet-progress.ts';
import { SheetReversals } from './sheets/sheet-reversals.ts';
import { SheetsController } from './sheets/sheets.controller.ts';
import { Sheets } from './sheets/sheets.ts';
import { AccountStateHandler } from './time-machine/account-state.query.ts';
import { DiffsController } from './time-machine/diffs.controller.ts';
import { DocumentLives } from './time-machine/document-lives.ts';
import { DocumentStatesHandler } from './time-machine/document-states.query.ts';
import { KpiKnowledge } from './time-machine/kpi-knowledge.ts';
import { KpiStatesHandler } from './time-machine/kpi-states.query.ts';
import { PointResolver } from './time-machine/points.ts';
import { PolicyDiffHandler } from './time-machine/policy-diff.query.ts';
import { RestatementsController } from './time-machine/restatements.controller.ts';
import { RestatementsHandler } from './time-machine/restatements.query.ts';
import { RolesAt } from './time-machine/roles-at.ts';
import { RolesDiffHandler } from './time-machine/roles-diff.query.ts';
import { SealedRoots } from './time-machine/sealed-roots.ts';
import { StatesController } from './time-machine/states.controller.ts';
import { StatusKnowledge } from './time-machine/status-knowledge.ts';
import { BundleController } from './verifying/bundle.controller.ts';
import { Bundles } from './verifying/bundles.ts';
import { VerificationsController } from './verifying/verifications.controller.ts';
import { Verifications } from './verifying/verifications.ts';

/** The service around one embedded ledger. */
@Module({})
export class LedgerModule {
  static around(ledger: EmbeddedLedger, guard: Guard): DynamicModule {
    return {
      module: LedgerModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        OrganisationsController,
        FiscalYearsController,
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
        BoardReportsController,
        PublicationsController,
        ImportsController,
        SheetsController,
        ReportsController,
        FiguresController,
        BudgetReportsController,
        DocumentReportsController,
        RestatementsController,
        StatesController,
        DiffsController,
        MomentsController,
        ReceiptsController,
        ReportReceiptsController,
        ListsController,
        JournalController,
        EventsController,
        SetUpController,
        SessionController,
        SignOnController,
        PeopleController,
        TokensController,
        AccessRulesController,
        OpenDataController,
        FindingsController,
        ReadingsController,
        DeskController,
        PostingsController,
        AttemptsController,
        SealController,
        CheckpointsController,
        VerificationsController,
        BundleController,
        OperationsController,
        HealthController,
      ],
      providers: [
        { provide: EmbeddedLedger, useValue: ledger },
        { provide: Readings, useValue: ledger.readings },
        { provide: Guard, useValue: guard },
        AccessDesk,
        OwnSession,
        TokenIssuer,
        Organisations,
        PostingContexts,
        Poster,
        RecordedPostings,
        ReadingRights,
        AccountPoster,
        Submissions,
        UsablePolicies,
        Sheets,
        SheetProgresses,
        SheetReversals,
        WaitingDecisions,
        ApprovalLists,
        KnownStates,
        ReRuns,
        YearEnds,
        PostHandler,
        PostTogetherHandler,
        PostPreparedHandler,
        ImportHandler,
        KnownAtResolver,
        QuarterlyReports,
        BoardReports,
        Publications,
        PublicationViews,
        Explanations,
        ExplainedFigures,
        PublishedMoments,
        Changes,
        KpiKnowledge,
        StatusKnowledge,
        PointResolver,
        SealedRoots,
        NamedMoments,
        MomentsHandler,
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
        EventContexts,
        JournalSearch,
        Verifications,
        Bundles,
        SealedEvents,
        InclusionReceipts,
        ReportReceipts,
        LogRoots,
        ...REPORT_HANDLERS,
      ],
    };
  }
}
