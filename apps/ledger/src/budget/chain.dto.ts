import {
  Baht,
  ChoiceField,
  CivilDateField,
  CodeField,
  FiscalYearField,
  FlagField,
  QuantityField,
  TextField,
} from '../http/fields.ts';
import { AccountPostingDto, ReasonedAccountPostingDto } from '../posting/posting.dto.ts';
import { AccountPath, LineDto, LineField } from './account.dto.ts';
import { ForeignDto, ForeignPartDto, ListField, PartField, WithheldDto } from './chain-fields.ts';

/** Bodies of the chain from request to payment. */

const ITEM = { description: 'Item of the document, when it has several lines', required: false } as const;

export class RequestPath extends AccountPath {
  @CodeField({ description: 'Number of the request', example: 'PR-2569-007' })
  request!: string;
}

export class CommitmentPath extends AccountPath {
  @CodeField({ description: 'Number of the order or contract', example: 'PO-2569-014' })
  commitment!: string;
}

export class AcceptancePath extends AccountPath {
  @CodeField({ description: 'Number of the acceptance or invoice', example: 'AC-2569-021' })
  acceptance!: string;
}

export class DisbursementPath extends AccountPath {
  @CodeField({ description: 'Number of the voucher', example: 'V-2569-101' })
  disbursement!: string;
}

export class RequestDto extends AccountPostingDto {
  @CodeField({ description: 'Number of the request, unique in the account', example: 'PR-2569-007' })
  request!: string;

  @CodeField(ITEM)
  item?: string;

  @LineField()
  line!: LineDto;

  @Baht({ description: 'Amount that is held', example: '500000.00' })
  amount!: string;

  @QuantityField({ description: 'Units that are asked for', required: false })
  quantity?: string;

  @PartField(() => ForeignDto, 'The amount in foreign currency')
  foreign?: ForeignDto;

  @TextField({ description: 'What is asked for', required: false })
  description?: string;
}

export class ContractYearDto {
  @FiscalYearField({ description: 'Fiscal year' })
  fiscalYear!: number;

  @Baht({ description: 'What falls to it', example: '700000.00' })
  amount!: string;
}

export class ContractDto {
  @Baht({ description: 'What the whole contract comes to', example: '1200000.00' })
  contractTotal!: string;

  @ListField(() => ContractYearDto, {
    description: 'What falls to each fiscal year',
    example: [
      { fiscalYear: 2569, amount: '700000.00' },
      { fiscalYear: 2570, amount: '500000.00' },
    ],
    most: 20,
  })
  years!: ContractYearDto[];
}

export class ContinuesDto {
  @FiscalYearField({ description: 'Fiscal year in which the contract was made' })
  contractYear!: number;

  @CodeField({ description: 'Number of the contract there', example: 'CT-2568-003' })
  contract!: string;
}

export class CommitDto extends AccountPostingDto {
  @CodeField({
    description: 'Number of the order or contract, unique in the account',
    example: 'PO-2569-014',
  })
  commitment!: string;

  @CodeField(ITEM)
  item?: string;

  @ChoiceField({
    description: 'An order when absent',
    choices: ['order', 'contract', 'non-order'],
    required: false,
  })
  kind?: 'order' | 'contract' | 'non-order';

  @LineField(false)
  line?: LineDto;

  @Baht({ description: 'Amount of the obligation', example: '14400000.00' })
  amount!: string;

  @QuantityField({ description: 'Units that are ordered', required: false })
  quantity?: string;

  @PartField(() => ForeignDto, 'The amount in foreign currency')
  foreign?: ForeignDto;

  @CodeField({ description: 'Request that it liquidates; its line is used', required: false })
  request?: string;

  @CodeField({ description: 'Item of the request', required: false })
  requestItem?: string;

  @FlagField({ description: 'Closes the request: what remains of it returns to the line', required: false })
  final?: boolean;

  @PartField(() => ContractDto, 'A contract over several fiscal years')
  contract?: ContractDto;

  @PartField(() => ContinuesDto, 'The contract of an earlier year whose part for this year it is')
  continues?: ContinuesDto;

  @TextField({ description: 'What is ordered', required: false })
  description?: string;

  @CodeField({ description: 'Reference to the counterparty, never a personal name', required: false })
  counterparty?: string;
}

export class AmendDto extends ReasonedAccountPostingDto {
  @CodeField(ITEM)
  item?: string;

  @Baht({ description: 'Added to the commitment; negative takes away', example: '-250000.00' })
  change!: string;
}

export class ReleaseDto extends ReasonedAccountPostingDto {
  @CodeField(ITEM)
  item?: string;

  @Baht({ description: 'Amount returned to the line; all that is outstanding when absent', required: false })
  amount?: string;
}

export class ReverseDocumentDto extends ReasonedAccountPostingDto {
  @CodeField(ITEM)
  item?: string;
}

export class AcceptDto extends AccountPostingDto {
  @CodeField({
    description: 'Number of the acceptance or invoice, unique in the account',
    example: 'AC-2569-021',
  })
  acceptance!: string;

  @CodeField(ITEM)
  item?: string;

  @CodeField({ description: 'Order or contract whose work is accepted', example: 'PO-2569-014' })
  commitment!: string;

  @CodeField({ description: 'Item of the order or contract', required: false })
  commitmentItem?: string;

  @Baht({
    description: 'Amount due; what the units come to, or all that is outstanding, when absent',
    required: false,
  })
  amount?: string;

  @QuantityField({ description: 'Units that are accepted', required: false })
  quantity?: string;

  @PartField(() => ForeignPartDto, 'The part in foreign currency')
  foreign?: ForeignPartDto;

  @FlagField({
    description: 'Closes the commitment: what remains of it returns to the line',
    required: false,
  })
  final?: boolean;

  @CivilDateField({ description: 'Day by which it is to be paid', required: false })
  dueOn?: string;

  @CodeField({ description: "The counterparty's own number", required: false })
  invoice?: string;

  @TextField({ description: 'What is accepted', required: false })
  description?: string;
}

export class DisburseDto extends AccountPostingDto {
  @CodeField({ description: 'Number of the voucher, unique in the account', example: 'V-2569-101' })
  disbursement!: string;

  @CodeField(ITEM)
  item?: string;

  @Baht({ description: 'Amount paid, cash kept back included', example: '633400.00' })
  amount!: string;

  @CodeField({ description: 'Acceptance that is paid; its line is used', required: false })
  acceptance?: string;

  @CodeField({ description: 'Item of the acceptance', required: false })
  acceptanceItem?: string;

  @CodeField({ description: 'Order or contract that is paid; its line is used', required: false })
  commitment?: string;

  @CodeField({ description: 'Item of the order or contract', required: false })
  commitmentItem?: string;

  @LineField(false)
  line?: LineDto;

  @QuantityField({ description: 'Units that are paid', required: false })
  quantity?: string;

  @PartField(() => ForeignPartDto, 'The part in foreign currency; a later rate moves no budget')
  foreign?: ForeignPartDto;

  @FlagField({ description: 'Closes what is paid: what remains of it returns to the line', required: false })
  final?: boolean;

  @ListField(() => WithheldDto, {
    description: 'Cash kept back of the payment; it moves no budget',
    example: [{ kind: 'retention', amount: '31670.00', number: 'R-2569-101' }],
    most: 20,
    required: false,
  })
  withheld?: WithheldDto[];

  @TextField({ description: 'What is paid for', required: false })
  description?: string;

  @CodeField({ description: 'Reference to the counterparty, never a personal name', required: false })
  counterparty?: string;
}

export class ReverseDto extends ReasonedAccountPostingDto {
  @CodeField(ITEM)
  item?: string;

  @Baht({ description: 'Amount taken back; all that is not yet reversed when absent', required: false })
  amount?: string;
}

export class RefundDto extends ReasonedAccountPostingDto {
  @CodeField({ description: 'Number of the receipt, unique in the account', example: 'RF-2569-002' })
  refund!: string;

  @CodeField(ITEM)
  item?: string;

  @Baht({ description: 'Amount that came back', example: '12500.00' })
  amount!: string;
}

export class OffBudgetNoteDto extends AccountPostingDto {
  @ChoiceField({
    description: 'Stage of the document in the chain',
    choices: ['request', 'commitment', 'acceptance', 'disbursement'],
  })
  stage!: 'request' | 'commitment' | 'acceptance' | 'disbursement';

  @CodeField({ description: 'Number of the document', example: 'PO-2569-014' })
  document!: string;

  @CodeField({ description: 'Item of the document', example: '3' })
  item!: string;

  @Baht({ description: 'Amount of the line; it moves no budget', example: '7000.00' })
  amount!: string;

  @TextField({
    description: 'What it is for, and why the budget is not touched',
    example: 'Paid by the host',
  })
  description!: string;
}
