import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
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
import { DiffHandler } from './reports/diff.query.ts';
import { ExplainHandler, Explanations } from './reports/explain.query.ts';
import { KnownAtResolver } from './reports/known-at.ts';
import { KpiReportHandler } from './reports/kpi.query.ts';
import { QuarterlyReportHandler, QuarterlyReports } from './reports/quarterly.query.ts';
import { ReconcileHandler } from './reports/reconcile.query.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { StatusReportHandler } from './reports/status.query.ts';

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
        CommitmentsController,
        DisbursementsController,
        TransfersController,
        KpisController,
        QuarterlyReportsController,
        ImportsController,
        ReportsController,
        ListsController,
        OperationsController,
        HealthController,
      ],
      providers: [
        { provide: EmbeddedLedger, useValue: ledger },
        Organisations,
        PostingContexts,
        Poster,
        PostHandler,
        PostTogetherHandler,
        ImportHandler,
        KnownAtResolver,
        QuarterlyReports,
        Explanations,
        EventReader,
        QuarterlyReportHandler,
        KpiReportHandler,
        StatusReportHandler,
        ExplainHandler,
        DiffHandler,
        ReconcileHandler,
      ],
    };
  }
}
