import type { Accept, Commit, Disburse, MakeRequest, Withheld } from '#budget';
import {
  type CivilDate,
  formatBaht,
  parseBaht,
  parseCivilDate,
  parseFiscalYear,
  parseQuantity,
} from '#kernel';
import { ForeignDto, ForeignPartDto, type WithheldDto } from './chain-fields.ts';
import type { AcceptDto, CommitDto, DisburseDto, RequestDto } from './chain.dto.ts';

/** What the bodies of the chain say, as commands of an account. */

/** A body without what stands beside the facts of any; a field that may be absent may be undefined too. */
type Without<T> = Loose<
  Omit<T, 'effectiveOn' | 'reason' | 'source' | 'override' | 'restates' | 'documentDate'>
>;
type Loose<T> = { readonly [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] };

const amountIn = (text: string | undefined) => (text === undefined ? undefined : parseBaht(text));
const unitsIn = (text: string | undefined) => (text === undefined ? undefined : parseQuantity(text));

export function requestFacts(body: Without<RequestDto>, effectiveOn: CivilDate): MakeRequest {
  const { request, item, line, description } = body;
  return {
    type: 'make-request',
    request,
    item,
    line,
    amount: parseBaht(body.amount),
    quantity: unitsIn(body.quantity),
    foreign: ForeignDto.toForeign(body.foreign),
    description,
    effectiveOn,
  };
}

export function commitFacts(body: Without<CommitDto>, effectiveOn: CivilDate): Commit {
  const { commitment, item, kind, line, request, requestItem, final, description, counterparty } = body;
  const { contract, continues } = body;
  return {
    type: 'commit',
    commitment,
    item,
    kind,
    line,
    amount: parseBaht(body.amount),
    quantity: unitsIn(body.quantity),
    foreign: ForeignDto.toForeign(body.foreign),
    request,
    requestItem,
    final,
    contract: contract && {
      total: formatBaht(parseBaht(contract.contractTotal)),
      years: contract.years.map(({ fiscalYear, amount }) => ({
        fiscalYear: parseFiscalYear(fiscalYear),
        amount: formatBaht(parseBaht(amount)),
      })),
    },
    continues: continues && {
      fiscalYear: parseFiscalYear(continues.contractYear),
      commitment: continues.contract,
    },
    description,
    counterparty,
    effectiveOn,
  };
}

export function acceptFacts(body: Without<AcceptDto>, effectiveOn: CivilDate): Accept {
  const { acceptance, item, commitment, commitmentItem, final, dueOn, invoice, description } = body;
  return {
    type: 'accept',
    acceptance,
    item,
    commitment,
    commitmentItem,
    amount: amountIn(body.amount),
    quantity: unitsIn(body.quantity),
    foreign: ForeignPartDto.toPart(body.foreign),
    final,
    dueOn: dueOn === undefined ? undefined : parseCivilDate(dueOn),
    invoice,
    description,
    effectiveOn,
  };
}

export function disburseFacts(body: Without<DisburseDto>, effectiveOn: CivilDate): Disburse {
  const { disbursement, item, acceptance, acceptanceItem, commitment, commitmentItem, line, final } = body;
  const { description, counterparty } = body;
  return {
    type: 'disburse',
    disbursement,
    item,
    amount: parseBaht(body.amount),
    acceptance,
    acceptanceItem,
    commitment,
    commitmentItem,
    line,
    quantity: unitsIn(body.quantity),
    foreign: ForeignPartDto.toPart(body.foreign),
    final,
    withheld: body.withheld?.map(withheldPart),
    description,
    counterparty,
    effectiveOn,
  };
}

const withheldPart = ({ kind, amount, number }: WithheldDto): Withheld => ({
  kind,
  amount: parseBaht(amount),
  ...(number === undefined ? {} : { number }),
});
