import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountCommand } from '#budget';
import { type CivilDate, parseBaht, parseFiscalYear, type Satang, sum, ZERO } from '#kernel';
import { AccountCommandRoute } from '../posting/command-route.ts';
import { AccountPoster, type AddressedFacts } from './account-poster.ts';
import { effectiveOn } from './account-posting.ts';
import { acceptFacts, commitFacts, disburseFacts, requestFacts } from './chain-facts.ts';
import {
  AcceptDocumentDto,
  CommitDocumentDto,
  DisburseDocumentDto,
  type LineAddress,
  RequestDocumentDto,
} from './documents.dto.ts';

type Stage = 'request' | 'commitment' | 'acceptance' | 'disbursement';

/** Documents of several lines over one project or many: all lines are decided together. */
@ApiTags('Documents')
@Controller('documents')
export class DocumentsController {
  constructor(private readonly accounts: AccountPoster) {}

  @AccountCommandRoute({
    path: 'requests',
    cli: 'document request',
    command: 'make-request',
    summary: 'Hold money for a request of several lines: all of them or none',
  })
  async request(
    @Body() body: RequestDocumentDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const day = effectiveOn(body);
    await this.accounts.postTogether(request, reply, body, () =>
      linesOf('request', body.request, body.lines, day, (line) =>
        requestFacts(joined(line, { request: body.request }), day),
      ),
    );
  }

  @AccountCommandRoute({
    path: 'commitments',
    cli: 'document commit',
    command: 'commit',
    summary: 'Oblige several lines by one order or contract: all of them or none',
  })
  async commit(@Body() body: CommitDocumentDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { commitment, counterparty } = body;
    const day = effectiveOn(body);
    await this.accounts.postTogether(request, reply, body, () =>
      linesOf('commitment', commitment, body.lines, day, (line) =>
        commitFacts(joined(line, { commitment, counterparty }), day),
      ),
    );
  }

  @AccountCommandRoute({
    path: 'acceptances',
    cli: 'document accept',
    command: 'accept',
    summary: 'Accept several lines of orders by one invoice: all of them or none',
  })
  async accept(@Body() body: AcceptDocumentDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { acceptance, dueOn, invoice } = body;
    const day = effectiveOn(body);
    await this.accounts.postTogether(request, reply, body, () =>
      linesOf('acceptance', acceptance, body.lines, day, (line) =>
        acceptFacts(joined(line, { acceptance, dueOn, invoice }), day),
      ),
    );
  }

  @AccountCommandRoute({
    path: 'disbursements',
    cli: 'document disburse',
    command: 'disburse',
    summary: 'Pay several lines by one voucher: all of them or none',
  })
  async disburse(
    @Body() body: DisburseDocumentDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { disbursement, counterparty } = body;
    const day = effectiveOn(body);
    await this.accounts.postTogether(request, reply, body, () =>
      linesOf('disbursement', disbursement, body.lines, day, (line) =>
        disburseFacts(joined(line, { disbursement, counterparty }), day),
      ),
    );
  }
}

type DocumentLine = LineAddress & {
  readonly item?: string;
  readonly amount?: string;
  readonly description?: string;
};

/** A line with what the whole document says. */
const joined = <Line extends object, More extends object>(line: Line, more: More): Line & More =>
  Object.assign({}, line, more);

/** One command for every line; a line of an account that the document meets twice gets an item of its own. */
function linesOf<Line extends DocumentLine>(
  stage: Stage,
  document: string,
  lines: readonly Line[],
  day: CivilDate,
  factsOf: (line: Line) => AddressedFacts['facts'],
): AddressedFacts[] {
  const budgeted = lines.filter(({ offBudget }) => offBudget === undefined);
  const documentTotal = sum(budgeted.map(({ amount }) => (amount === undefined ? ZERO : parseBaht(amount))));
  const items = itemsOf(lines);
  return lines.map((line, index) => {
    const { fiscalYear, project } = line;
    const item = line.item ?? items[index];
    const facts =
      line.offBudget === undefined
        ? { ...factsOf(joined(line, { item })), documentTotal }
        : noteOf(stage, document, joined(line, { item: item ?? String(index + 1) }), day);
    return { address: { fiscalYear: parseFiscalYear(fiscalYear), project }, facts };
  });
}

/** Items are numbered by their place in the document, where an account has several of them. */
function itemsOf(lines: readonly DocumentLine[]): (string | undefined)[] {
  const accounts = lines.map(({ fiscalYear, project }) => `${fiscalYear} ${project}`);
  return accounts.map((account, index) =>
    accounts.filter((other) => other === account).length > 1 ? String(index + 1) : undefined,
  );
}

const noteOf = (
  stage: Stage,
  document: string,
  { item, amount, offBudget = '', description }: DocumentLine & { readonly item: string },
  day: CivilDate,
): AccountCommand & { readonly documentTotal?: Satang } => ({
  type: 'note-off-budget-line',
  stage,
  document,
  item,
  amount: amount === undefined ? ZERO : parseBaht(amount),
  description: description === undefined ? offBudget : `${description} (${offBudget})`,
  effectiveOn: day,
});
