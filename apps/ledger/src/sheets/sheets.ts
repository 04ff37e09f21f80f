import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { civilDateOf, formatBaht, isRefusal, parseBaht, RefusalError, sum } from '#kernel';
import type { Posting, PostingContext, Receipt } from '#posting';
import { type KindOfSheet, type ReadRow, readSheet, sheetKind } from '#sheets';
import { together, type LineAvailability } from '../budget/account-posting.ts';
import { Submissions } from '../control/submissions.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { PostingContexts } from '../http/posting-context.ts';
import { refuse } from '../http/refusals.ts';
import { receiptLink, saidBeside } from '../posting/poster.ts';
import { columnOfRefusal } from './column-of-refusal.ts';
import { rowPosting, type SheetPlace } from './row-posting.ts';
import type { SheetDto } from './sheet.dto.ts';
import type { SheetAnswer, SheetRowAnswer } from './sheet.answers.ts';
import { SheetProgresses } from './sheet-progress.ts';

/** A row on its way: what was read, what it would post, and what was found wrong with it. */
interface Row {
  readonly answer: { row: number; faults: SheetRowAnswer['faults']; available: SheetRowAnswer['available'] };
  readonly posting: Posting | undefined;
}

/** Decides sheets row by row, each against those before it, and records all rows or none. */
@Injectable()
export class Sheets {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly contexts: PostingContexts,
    private readonly submissions: Submissions,
    private readonly progresses: SheetProgresses,
  ) {}

  async take(body: SheetDto, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { kind, read, context, rows } = await this.#read(body, request);
    const answer = { ...summaryOf(kind, read), organisation: context.organisation };
    if (context.dryRun) {
      await this.#try(kind, rows, context);
      void reply.status(200).send({ ...answer, dryRun: true, ...resultOf(rows) } satisfies SheetAnswer);
      return;
    }
    if (rows.some(({ posting }) => posting === undefined)) throw await this.#faulty(kind, rows, context);
    const postings = rows.flatMap(({ posting }) => posting ?? []);
    const receipt = await this.#post(kind, rows, postings, context);
    void reply.header('obligo-position', receipt.position ?? '');
    if (receipt.replayed) void reply.header('idempotency-replayed', 'true');
    void reply.status(receipt.replayed ? 200 : 201).send({
      ...answer,
      dryRun: false,
      ...resultOf(rows),
      receipt: shortReceipt(receipt),
    } satisfies SheetAnswer);
  }

  /** Hands all rows in as one document that waits for approval. */
  async handIn(body: SheetDto, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { kind, context, rows } = await this.#read(body, request);
    if (kind.kind === 'kpi-results') throw mustPost();
    if (rows.some(({ posting }) => posting === undefined)) throw await this.#faulty(kind, rows, context);
    const { timeZone } = this.ledger.calendarOf(context.organisation);
    const today = civilDateOf(this.ledger.clock(), timeZone);
    await this.submissions.submit(request, reply, today, () => rows.flatMap(({ posting }) => posting ?? []));
  }

  async #read(body: SheetDto, request: FastifyRequest) {
    const kind = kindOf(body);
    const read = readSheet(kind, body.content, { unit: body.unit, dates: body.dates ?? 'paper' });
    if (isRefusal(read)) throw new RefusalError(read);
    const context = { ...(await this.contexts.of(request)), ...saidBeside(request) };
    return { kind, read, context, rows: this.#rowsOf(kind, read, body, context.organisation) };
  }

  /** Reads every row into its posting; a row that cannot be read has none. */
  #rowsOf(kind: KindOfSheet, read: readonly ReadRow[], body: SheetDto, organisation: string): Row[] {
    const { name, fiscalYear } = body;
    const place: SheetPlace = {
      organisation,
      calendar: this.ledger.calendarOf(organisation),
      fiscalYear,
      sourceOf: (row) => (name === undefined ? undefined : `${name}, row ${row}`),
    };
    return read.map(({ values, faults }, index) => {
      const row = index + 1;
      const answer = {
        row,
        faults: faults.map(({ column, refusal: { code, message, details } }) => ({
          column,
          code,
          message,
          details,
        })),
        available: [],
      };
      if (faults.length > 0) return { answer, posting: undefined };
      try {
        return { answer, posting: rowPosting(kind.kind, values, row, place) };
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        answer.faults.push(faultOf(kind, error.refusal));
        return { answer, posting: undefined };
      }
    });
  }

  async #post(
    kind: KindOfSheet,
    rows: readonly Row[],
    postings: Posting[],
    context: PostingContext,
  ): Promise<Receipt> {
    const { actor, idempotencyKey } = context;
    try {
      return await this.progresses.follow(actor, idempotencyKey, postings.length, (told) =>
        this.ledger.recorder.postAll(postings, context, together, {
          decided: (place, outcome) => {
            told(place + 1);
            note(rows[place], outcome);
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof RefusalError) || error.refusal.details['place'] === undefined) throw error;
      throw await this.#faulty(kind, rows, context);
    }
  }

  /** Says of every row what it would bring or why it would be refused. */
  async #try(kind: KindOfSheet, rows: readonly Row[], context: PostingContext): Promise<void> {
    const able = rows.filter(({ posting }) => posting !== undefined);
    for (const { answer } of able) answer.available = [];
    const postings = able.flatMap(({ posting }) => posting ?? []);
    const { actor, idempotencyKey } = context;
    await this.progresses.follow(actor, idempotencyKey, postings.length, (told) =>
      this.ledger.recorder.trialAll(postings, context, {
        decided: (place, outcome) => {
          told(place + 1);
          note(able[place], outcome);
        },
        refused: (place, refusal) => {
          told(place + 1);
          able[place]?.answer.faults.push(faultOf(kind, refusal));
        },
      }),
    );
  }

  /** The refusal of the whole sheet, with everything that is wrong in it. */
  async #faulty(kind: KindOfSheet, rows: readonly Row[], context: PostingContext): Promise<RefusalError> {
    await this.#try(kind, rows, context);
    const faulty = rows.flatMap(({ answer: { row, faults } }) =>
      faults.length > 0 ? [{ row, faults }] : [],
    );
    const [first] = faulty;
    const where = first ? `row ${first.row}: ${first.faults[0]?.message ?? ''}` : 'look again';
    const count = faulty.length === 1 ? '1 row is' : `${faulty.length} rows are`;
    return refuse('sheet-faulty', `${count} refused, so that nothing was recorded; ${where}`, {
      rows: faulty,
    });
  }
}

/** No policy asks for the approval of results. */
const mustPost = (): RefusalError =>
  refuse('input-invalid', 'Results of KPIs wait for nobody: expected them to be posted.', {
    errors: [{ field: 'kind', given: 'kpi-results', expected: 'must be a kind that moves budget' }],
  });

const kindOf = ({ kind }: SheetDto): KindOfSheet => {
  const found = sheetKind(kind);
  if (found) return found;
  throw new Error(`No sheet is of the kind ${kind}.`);
};

function note(row: Row | undefined, outcome: unknown): void {
  const { available = [] } = (outcome ?? {}) as { readonly available?: readonly LineAvailability[] };
  if (row) row.answer.available = available.map((each) => ({ ...each, line: { ...each.line } }));
}

const faultOf = (kind: KindOfSheet, { code, message, details }: RefusalError['refusal']) => ({
  column: columnOfRefusal(kind, { code, details }),
  code,
  message,
  details: { ...details },
});

function summaryOf({ kind, columns }: KindOfSheet, read: readonly ReadRow[]) {
  const amounts = columns.filter(({ form }) => form === 'amount').map(({ key }) => key);
  const given = read.flatMap(({ values }) => amounts.flatMap((key) => values[key] ?? []));
  const total = amounts.length === 0 ? null : formatBaht(sum(given.map(parseBaht)));
  return { schema: 'obligo.sheet/1' as const, kind, total };
}

function resultOf(rows: readonly Row[]): Pick<SheetAnswer, 'counts' | 'rows'> {
  const answers = rows.map(({ answer }) => answer);
  const faulty = answers.filter(({ faults }) => faults.length > 0);
  const faults = faulty.reduce((count, each) => count + each.faults.length, 0);
  return { counts: { rows: rows.length, faulty: faulty.length, faults }, rows: answers };
}

function shortReceipt(receipt: Receipt): NonNullable<SheetAnswer['receipt']> {
  const { idempotencyKey, replayed, position = '', recordedAt = '', events } = receipt;
  const { receiptUrl = '' } = receiptLink(receipt);
  return { idempotencyKey, replayed, position, recordedAt, receiptUrl, events: events.length };
}
