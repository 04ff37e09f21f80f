import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type FiscalYear, RefusalError, streams } from '#kernel';
import {
  numberOfEdition,
  type PublishedFile,
  type PublishReport,
  quarterlyReport,
  type QuarterlyReportState,
} from '#performance';
import { type PostingContext, posting, type Receipt } from '#posting';
import type { PublicationRow } from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { PostCommand } from '../posting/post.command.ts';
import { type BoardScope, BoardReports } from './board-reports.ts';
import { PdfPrinter } from './pdf-printer.ts';
import type { PublishedSet } from './published-files.ts';
import { type ReportFile, reportFiles, sha256, sumsOf } from './report-files.ts';
import { DEFAULT_MASTER } from './settings.ts';

/** What is asked when a report is published. */
export interface Publishing {
  readonly scope: BoardScope;
  /** The number that it is to have, typed by whoever publishes. */
  readonly number: string;
  readonly withoutPdf: boolean;
  /** Where browsers reach the ledger. */
  readonly origin: string;
  readonly command: Pick<PublishReport, 'reason' | 'effectiveOn'>;
  readonly source?: string | undefined;
}

/** Freezes reports as numbered sets of files, and gives them back. */
@Injectable()
export class Publications {
  readonly #printer: PdfPrinter;
  /** One is published after the other: no two get the same number. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly reports: BoardReports,
    private readonly commands: CommandBus,
  ) {
    this.#printer = new PdfPrinter(ledger.publishing.chromium);
  }

  /** Whether reports can be printed. */
  get canPrint(): boolean {
    return this.#printer.isReady;
  }

  /** The number that a report gets when it is published next. */
  async nextNumber(organisation: string, fiscalYear: FiscalYear, report: string): Promise<string> {
    const stream = streams.quarterlyReport(organisation, fiscalYear, report);
    const state = (await this.ledger.recorder.stateOf(quarterlyReport, stream)) as
      QuarterlyReportState | undefined;
    return numberOfEdition(report, (state?.editions ?? 0) + 1);
  }

  /** Numbers nothing when anything fails; the files are on the disk before the log says so. */
  publish(what: Publishing, context: PostingContext): Promise<Receipt> {
    const published = this.#last.then(() => this.#publish(what, context));
    this.#last = published.catch(() => undefined);
    return published;
  }

  /** A publication by its number, as known at a position. Refuses with `publication-unknown`. */
  find(organisation: string, number: string, knownAt: bigint): PublicationRow {
    const row = this.ledger.tables.reports.publication(organisation, number);
    if (row && BigInt(row.position) <= knownAt) return row;
    throw refuse('publication-unknown', `No report of the number ${number} is published as known then.`, {
      number,
    });
  }

  /** The bytes of a published file. Refuses with `published-file-unknown` or `published-file-damaged`. */
  async read(
    organisation: string,
    row: PublicationRow,
    name: string,
  ): Promise<{ file: PublishedFile; bytes: Buffer }> {
    const file = row.files.find((each) => each.name === name);
    if (!file) {
      const files = row.files.map((each) => each.name);
      throw refuse(
        'published-file-unknown',
        `${row.number} has no file ${name}; it has ${files.join(', ')}.`,
        {
          number: row.number,
          files,
        },
      );
    }
    return { file, bytes: await this.ledger.publishedFiles.read({ ...row, organisation }, file) };
  }

  async #publish(what: Publishing, context: PostingContext): Promise<Receipt> {
    const { organisation, fiscalYear, report } = what.scope;
    const key = `${organisation}/${context.idempotencyKey}`;
    const next = await this.nextNumber(organisation, fiscalYear, report);
    // What was recorded before is answered again, and what is refused is refused, without making any file.
    if (what.number !== next || (await this.ledger.store.findCommand(key)))
      return this.#post(what, context, []);
    await this.ledger.projector.catchUp();
    const { report: document } = await this.reports.lay(what.scope, next, what.origin, true);
    const printer = what.withoutPdf || context.dryRun === true ? undefined : this.#printer;
    const files = await reportFiles(document, this.ledger.publishing.master ?? DEFAULT_MASTER, printer);
    const facts = { title: document.title, quarter: document.quarter, knownAt: document.origin.position };
    if (context.dryRun === true) return this.#post(what, context, files, facts);
    const set: PublishedSet = { organisation, fiscalYear, number: next };
    const kept = await this.ledger.publishedFiles.keep(set, files);
    try {
      return await this.#post(what, context, files, facts);
    } catch (error) {
      // Unless it is known that nothing was recorded the files stay; the next try replaces them.
      if (error instanceof RefusalError && !(await this.ledger.store.findCommand(key))) await kept.drop();
      throw error;
    }
  }

  #post(
    { scope, number, withoutPdf, command, source }: Publishing,
    context: PostingContext,
    files: readonly ReportFile[],
    facts: Pick<PublishReport, 'title' | 'quarter' | 'knownAt'> = { title: '-', quarter: 'Q1', knownAt: '0' },
  ): Promise<Receipt> {
    const { organisation, fiscalYear, report, template, language } = scope;
    const listed = files.map(({ name, type, bytes }) => ({
      ...{ name, type },
      sha256: sha256(bytes),
      bytes: bytes.length,
    }));
    const publish: PublishReport = {
      ...command,
      ...facts,
      type: 'publish-report',
      ...{ number, template, language, files: listed, digest: sha256(sumsOf(listed)) },
    };
    const stream = streams.quarterlyReport(organisation, fiscalYear, report);
    // The files of every try differ in the time at which they were made; what was asked does not.
    const input = { ...scope, ...command, number, withoutPdf, stream };
    return this.commands.execute(
      new PostCommand(posting(quarterlyReport, stream, publish, { source }), { ...context, input }),
    );
  }
}
