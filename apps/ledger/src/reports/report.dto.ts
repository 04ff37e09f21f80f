import { ApiProperty } from '@nestjs/swagger';
import { IsDefined, IsOptional, Matches } from 'class-validator';
import type { CivilDate, Quarter } from '#kernel';
import {
  ChoiceField,
  CivilDateField,
  FiscalYearField,
  NameField,
  QuarterField,
  TextField,
} from '../http/fields.ts';
import { Nested } from '../http/nested.ts';
import { type Format, FORMATS } from './answer.ts';

export const KNOWN_AT =
  'As known at: a date (end of that day), a moment with its zone, a position, or the code of a quarterly report; now when absent';

export const EFFECTIVE_TO =
  'Only what takes effect on this business date or earlier, of all that is known; all of it when absent';

export class KnowledgeQuery {
  @TextField({
    description: 'Organisation; needed when the ledger has several',
    required: false,
    maxLength: 32,
  })
  organisation?: string;

  @TextField({ description: KNOWN_AT, required: false, maxLength: 64, example: '2025-12-30' })
  knownAt?: string;

  @CivilDateField({ description: EFFECTIVE_TO, required: false })
  effectiveTo?: CivilDate;

  @TextField({ description: 'Answer only when this position is known', required: false, maxLength: 20 })
  minPosition?: string;

  @ChoiceField({ description: 'Form of the answer', choices: FORMATS, required: false })
  format: Format = 'json';
}

export class YearQuery extends KnowledgeQuery {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: string;
}

export class QuarterQuery extends YearQuery {
  @QuarterField({ description: 'Quarter up to whose end is reported' })
  quarter!: Quarter;

  @NameField({ description: 'Only this project', required: false, example: 'P01' })
  project?: string;
}

export class StatusQueryDto extends YearQuery {
  @QuarterField({ description: 'Only the reports of this quarter', required: false })
  quarter?: Quarter;
}

/** A flag of a query: `true`, `false`, or just its name. */
export function FlagField(description: string): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: Boolean, required: false, description })(target, name);
    IsOptional()(target, name);
    Matches(/^(?:true|false|)$/, { message: 'must be true or false' })(target, name);
  };
}

export const isSet = (flag: string | undefined): boolean => flag === 'true' || flag === '';

export class QuarterlyQueryDto extends QuarterQuery {
  @FlagField('Movements of each quarter instead of the sum to its end')
  byQuarter?: string;
}

export class PublishedFileDto {
  @TextField({ description: 'Name of the file, for messages', maxLength: 200, example: 'summary.csv' })
  name!: string;

  @TextField({
    description: 'The table as CSV: project_code and columns such as spent_m, in million baht',
    maxLength: 4_000_000,
    example: 'project_code,spent_m,disbursed_m\nP01,30.7916,7.3036\n',
  })
  content!: string;
}

export class ReconcileDto {
  @ApiProperty({ type: PublishedFileDto, description: 'The published table' })
  @IsDefined({ message: 'must give the published table: name and content' })
  @Nested(() => PublishedFileDto)
  file!: PublishedFileDto;

  @NameField({
    description: 'Code of the quarterly report; says year, quarter and moment',
    required: false,
    example: 'Q2-2569',
  })
  report?: string;

  @FiscalYearField({ description: 'Fiscal year; that of the report when absent', required: false })
  fiscalYear?: number;

  @QuarterField({ description: 'Quarter; that of the report when absent', required: false })
  quarter?: Quarter;

  @TextField({
    description: `${KNOWN_AT}; the day of the report when one is named`,
    required: false,
    maxLength: 64,
  })
  knownAt?: string;

  @CivilDateField({ description: EFFECTIVE_TO, required: false })
  effectiveTo?: CivilDate;
}

export class ReconcileQuery {
  @TextField({
    description: 'Organisation; needed when the ledger has several',
    required: false,
    maxLength: 32,
  })
  organisation?: string;

  @ChoiceField({ description: 'Form of the answer', choices: FORMATS, required: false })
  format: Format = 'json';
}
