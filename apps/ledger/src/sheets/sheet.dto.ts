import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional } from 'class-validator';
import { MOST_EVIDENCE } from '#kernel';
import { DATE_STYLES, type DateStyle, SHEET_KINDS, type SheetKind } from '#sheets';
import { ChoiceField, CivilDateField, FiscalYearField, TextField } from '../http/fields.ts';
import { NestedEach } from '../http/nested.ts';
import { EvidenceDto } from '../posting/evidence.dto.ts';

/** A sheet of rows that are posted together. */
export class SheetDto {
  @ChoiceField({ description: 'What the rows are posted as', choices: SHEET_KINDS, example: 'commitments' })
  kind!: SheetKind;

  @TextField({
    description:
      'The rows as text: CSV, semicolons or tabs, the first line names the columns, in English, in Thai or as the API does',
    maxLength: 16_000_000,
    example:
      'commitment,project,fundSource,category,amount,effectiveOn\nPO-1,P01,annual-appropriation,operating,"1,500.00",30 ธ.ค. 2568\n',
  })
  content!: string;

  @FiscalYearField({
    description: 'Fiscal year of rows that name none; that of their date when absent',
    required: false,
  })
  fiscalYear?: number;

  @ChoiceField({
    description:
      'Unit of amounts that name none; as the header of their column names it when absent, else baht',
    choices: ['baht', 'million-baht'],
    required: false,
  })
  unit?: 'baht' | 'million-baht';

  @ChoiceField({
    description:
      'How dates of digits alone are written: day first and Buddhist years of two digits, Christian years of two digits, or month first',
    choices: DATE_STYLES,
    required: false,
  })
  dates?: DateStyle;

  @TextField({
    description: 'Name of the file; stands as the source of every row',
    required: false,
    maxLength: 200,
  })
  name?: string;

  @TextField({ description: 'Why the rows are posted that give no reason of their own', required: false })
  reason?: string;

  @ApiProperty({ type: [EvidenceDto], required: false, description: 'The file itself, by its digest' })
  @IsOptional()
  @IsArray({ message: 'must be a list of files' })
  @ArrayMaxSize(MOST_EVIDENCE, { message: `must have at most ${MOST_EVIDENCE} files` })
  @NestedEach(() => EvidenceDto)
  evidence?: EvidenceDto[];
}

/** Takes all that a sheet recorded back as one. */
export class ReverseSheetDto {
  @CivilDateField({ description: 'Business date of the reversals, in an open period' })
  effectiveOn!: string;

  @TextField({ description: 'Why it is taken back' })
  reason!: string;
}

export class ProgressQueryDto {
  @TextField({ description: 'Idempotency key of the sheet', maxLength: 200 })
  key!: string;
}

export class TemplateQueryDto {
  @ChoiceField({ description: 'Language of the column names', choices: ['th', 'en'], required: false })
  lang?: 'th' | 'en';
}

export class PostedSheetQueryDto {
  @TextField({ description: 'Needed when the ledger has several', required: false, maxLength: 64 })
  organisation?: string;
}
