import { Injectable } from '@nestjs/common';
import { renderSVG } from 'uqr';
import { reportCss, withDeeperHeadings } from '#board-report';
import { formatBaht, parseFiscalYear, type Satang } from '#kernel';
import type { PublicationRow } from '#read-models';
import type { ChangedCell } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { QuarterlyReports } from '../reports/quarterly.query.ts';
import { changedCells } from '#reporting';
import { receiptLink } from '../posting/poster.ts';
import { Publications } from './publications.ts';

/** A list of publications is as long as this at most; a year has a handful. */
const MOST_LISTED = 200;

/** What is told of publications: what was frozen, and what says something else now. */
@Injectable()
export class PublicationViews {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly publications: Publications,
    private readonly quarterly: QuarterlyReports,
  ) {}

  list(organisation: string, knownAt: bigint) {
    return this.ledger.tables.reports
      .publications(organisation, knownAt, MOST_LISTED)
      .map((row) => this.#told(organisation, row, this.#changes(organisation, row, knownAt).length));
  }

  /** `origin` is where browsers reach the ledger. */
  whole(organisation: string, row: PublicationRow, knownAt: bigint, origin: string) {
    const changes = this.#changes(organisation, row, knownAt);
    const figures = row.files.find(({ name }) => name === 'report.json')?.sha256;
    const { number, position } = row;
    const address = `${origin}/reports/${encodeURIComponent(number)}`;
    const query = `organisation=${encodeURIComponent(organisation)}`;
    return {
      ...this.#told(organisation, row, changes.length),
      figuresDigest: figures ?? null,
      files: row.files.map((file) => ({
        ...file,
        url: `/api/v1/publications/${encodeURIComponent(number)}/files/${encodeURIComponent(file.name)}?${query}`,
      })),
      receiptUrl: receiptLink({ position, organisation }).receiptUrl ?? '',
      code: renderSVG(figures === undefined ? address : `${address}?digest=${figures}`, {
        ecc: 'M',
        border: 2,
      }),
      changes: changes.map(({ project, measure, from, to }) => ({
        ...{ project, measure },
        from: bahtOf(from),
        to: bahtOf(to),
      })),
    };
  }

  /** The page as it was published, out of the frozen file. */
  async page(
    organisation: string,
    row: PublicationRow,
  ): Promise<{ readonly html: string; readonly css: string }> {
    const { bytes } = await this.publications.read(organisation, row, 'report.html');
    const document = bytes.toString('utf8');
    const [start, end] = [document.indexOf('<article'), document.lastIndexOf('</article>')];
    const article = document.slice(start, end + '</article>'.length);
    return { html: withDeeperHeadings(article), css: reportCss };
  }

  #changes(
    organisation: string,
    { fiscalYear, quarter, knownAt }: PublicationRow,
    now: bigint,
  ): ChangedCell[] {
    const scope = { organisation, fiscalYear: parseFiscalYear(fiscalYear), quarter, byQuarter: false };
    return changedCells(this.quarterly.at(scope, BigInt(knownAt)), this.quarterly.at(scope, now)).filter(
      ({ project }) => project !== 'TOTAL',
    );
  }

  #told(organisation: string, row: PublicationRow, changed: number) {
    const { files: _files, ...facts } = row;
    const last = this.ledger.projector.checkpoint ?? 0n;
    const dated = this.ledger.tables.reports
      .list(organisation, row.fiscalYear, last)
      .find(({ report }) => report === row.report);
    const event = this.ledger.tables.journal.at(row.position);
    return {
      ...facts,
      asOf: dated?.asOf ?? null,
      publishedAt: this.ledger.localTime(organisation, event?.recordedAt ?? ''),
      publishedBy: event?.actor ?? '',
      reason: event?.reason ?? null,
      changed,
    };
  }
}

const bahtOf = (amount: Satang | undefined): string | null =>
  amount === undefined ? null : formatBaht(amount);
