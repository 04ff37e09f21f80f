import { Baht, ChoiceField, CivilDateField, CodeField, TextField } from '../http/fields.ts';
import { AccountPostingDto } from '../posting/posting.dto.ts';
import { AccountPath, LineDto, LineField } from './account.dto.ts';

/** Bodies of advances, and of cash that is held for counterparties. */

export class AdvancePath extends AccountPath {
  @CodeField({ description: 'Number of the advance', example: 'AD-2569-003' })
  advance!: string;
}

export class HeldCashPath extends AccountPath {
  @CodeField({ description: 'Number of the guarantee or retention', example: 'G-2569-001' })
  number!: string;
}

export class PayAdvanceDto extends AccountPostingDto {
  @CodeField({ description: 'Number of the advance, unique in the account', example: 'AD-2569-003' })
  advance!: string;

  @LineField()
  line!: LineDto;

  @Baht({ description: 'Amount given', example: '30000.00' })
  amount!: string;

  @CivilDateField({ description: 'Day by which it is to be cleared', required: false })
  dueOn?: string;

  @TextField({ description: 'What it is for', required: false })
  description?: string;

  @CodeField({ description: 'Reference to the borrower, never a personal name', required: false })
  counterparty?: string;
}

export class ClearAdvanceDto extends AccountPostingDto {
  @CodeField({
    description: 'Number of the voucher with the evidence, unique among the disbursements of the account',
    example: 'V-2569-102',
  })
  disbursement!: string;

  @Baht({ description: 'What was spent; what is above the advance draws new budget', example: '28500.00' })
  spent!: string;

  @Baht({ description: 'Cash that came back with it', example: '1500.00', required: false })
  returned?: string;
}

export class ClearingPath extends AdvancePath {
  @CodeField({ description: 'Number of the voucher with the evidence', example: 'V-2569-102' })
  disbursement!: string;
}

export class ReturnAdvanceDto extends AccountPostingDto {
  @Baht({ description: 'Unused cash that came back', example: '1500.00' })
  amount!: string;
}

export class HoldGuaranteeDto extends AccountPostingDto {
  @CodeField({ description: 'Number of the guarantee, unique in the account', example: 'G-2569-001' })
  guarantee!: string;

  @Baht({ description: 'Amount of the guarantee; it moves no budget', example: '50000.00' })
  amount!: string;

  @CodeField({ description: 'Order or contract that it secures', required: false })
  commitment?: string;

  @CivilDateField({ description: 'Day on which it ends', required: false })
  dueOn?: string;

  @TextField({ description: 'What sort of guarantee it is', required: false })
  description?: string;

  @CodeField({ description: 'Reference to the counterparty, never a personal name', required: false })
  counterparty?: string;
}

export class ReturnHeldDto extends AccountPostingDto {
  @Baht({
    description: 'Cash that is no longer held; all of it when absent',
    example: '50000.00',
    required: false,
  })
  amount?: string;

  @ChoiceField({
    description: 'Given back to the counterparty, or kept for good',
    choices: ['counterparty', 'kept'],
  })
  to!: 'counterparty' | 'kept';
}
