import { ApiProperty } from '@nestjs/swagger';
import { IsDefined, IsOptional } from 'class-validator';
import { parseBaht, type Quarter, type Satang } from '#kernel';
import {
  Baht,
  CivilDateField,
  CodeField,
  FiscalYearField,
  NameField,
  ProjectCodeField,
  QuarterField,
  TextField,
  TitleField,
} from '../http/fields.ts';
import { Nested } from '../http/nested.ts';
import { AccountPostingDto, ReasonedAccountPostingDto } from '../posting/posting.dto.ts';

export class AccountPath {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: string;

  @NameField({ description: 'Project code', example: 'P01' })
  project!: string;
}

export class LineDto {
  @CodeField({ description: 'Fund source', example: 'annual-appropriation' })
  fundSource!: string;

  @CodeField({ description: 'Expenditure category', example: 'operating' })
  category!: string;
}

/** A field that holds a line of the account. */
export function LineField(required = true): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: LineDto, required, description: 'Fund source and expenditure category' })(
      target,
      name,
    );
    (required ? IsDefined({ message: 'must name the line: fundSource and category' }) : IsOptional())(
      target,
      name,
    );
    Nested(() => LineDto)(target, name);
  };
}

export class OpenAccountDto extends AccountPostingDto {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: number;

  @ProjectCodeField({ description: 'Project code, unique in the fiscal year', example: 'P01' })
  project!: string;

  @TitleField({ description: 'Name of the project', example: 'Digital ID', maxLength: 500 })
  name!: string;

  @TextField({ description: 'Name in English', required: false, maxLength: 500 })
  nameEn?: string;

  @TextField({
    description: 'Plan or programme that the project belongs to',
    required: false,
    maxLength: 500,
  })
  programme?: string;

  @TextField({ description: 'Remark on the budget', required: false })
  note?: string;
}

export class AllocateDto extends AccountPostingDto {
  @LineField()
  line!: LineDto;

  @Baht({ description: 'Budget added to the line', example: '42737700.00' })
  amount!: string;

  @CodeField({ description: 'Number of the budget document', required: false })
  document?: string;
}

export class CutDto extends ReasonedAccountPostingDto {
  @LineField()
  line!: LineDto;

  @Baht({ description: 'Budget taken from the line', example: '2767500.00' })
  amount!: string;

  @CodeField({ description: 'Number of the budget document', required: false })
  document?: string;
}

export class SupplementDto extends ReasonedAccountPostingDto {
  @LineField()
  line!: LineDto;

  @Baht({ description: 'Budget added to the line', example: '1500000.00' })
  amount!: string;

  @CodeField({ description: 'Number of the budget document', required: false })
  document?: string;
}

export class QuartersDto {
  @Baht({ description: 'Planned in quarter 1', example: '20232000.00' })
  Q1!: string;

  @Baht({ description: 'Planned in quarter 2', example: '14187200.00' })
  Q2!: string;

  @Baht({ description: 'Planned in quarter 3', example: '832500.00' })
  Q3!: string;

  @Baht({ description: 'Planned in quarter 4', example: '7486000.00' })
  Q4!: string;

  static toPlan(quarters: QuartersDto): Record<Quarter, Satang> {
    const { Q1, Q2, Q3, Q4 } = quarters;
    return { Q1: parseBaht(Q1), Q2: parseBaht(Q2), Q3: parseBaht(Q3), Q4: parseBaht(Q4) };
  }
}

export class SetPlanDto extends AccountPostingDto {
  @ApiProperty({ type: QuartersDto, description: 'Planned spending of every quarter' })
  @IsDefined({ message: 'must give the plan of Q1 to Q4' })
  @Nested(() => QuartersDto)
  quarters!: QuartersDto;
}

export class RevisePlanDto extends ReasonedAccountPostingDto {
  @ApiProperty({ type: QuartersDto, description: 'Planned spending of every quarter from now on' })
  @IsDefined({ message: 'must give the plan of Q1 to Q4' })
  @Nested(() => QuartersDto)
  quarters!: QuartersDto;
}

export class CorrectDto extends ReasonedAccountPostingDto {
  @CodeField({ description: 'Number of the correction, unique in the account', example: 'C-2569-01' })
  correction!: string;

  @QuarterField({ description: 'The quarter that is restated; it must have ended' })
  quarter!: Quarter;

  @Baht({ description: 'Added to what was disbursed in the quarter; may be negative', example: '1100000.00' })
  disbursed!: string;

  @Baht({
    description: 'Added to what was committed in the quarter; may be negative',
    example: '-1100000.00',
  })
  committed!: string;

  @CodeField({
    description: 'The commitment that changes; needed when committed is not zero',
    required: false,
  })
  commitment?: string;

  @LineField(false)
  line?: LineDto;

  @CivilDateField({ description: 'A day of the quarter; its last day when absent', required: false })
  declare effectiveOn: string;
}
