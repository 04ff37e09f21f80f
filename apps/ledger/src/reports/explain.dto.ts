import type { MovementQuarter } from '#budget';
import { QUARTERS } from '#kernel';
import type { DocumentStage } from '#read-models';
import {
  DOCUMENT_MEASURES,
  type DocumentMeasure,
  EXPLAINED_MEASURES,
  type ExplainedMeasure,
} from '#reporting';
import { ChoiceField, CodeField, MonthField, NameField, TextField } from '../http/fields.ts';
import { FlagField, YearQuery } from './report.dto.ts';

const STAGES: readonly DocumentStage[] = [
  'request',
  'commitment',
  'acceptance',
  'disbursement',
  'advance',
  'transfer',
  'reservation',
];

export class ExplainQueryDto extends YearQuery {
  @ChoiceField({
    description:
      'Quarter of the cell; after for reserved money that was used after the fiscal year; the whole year when neither quarter nor month is named',
    choices: [...QUARTERS, 'after'],
    required: false,
  })
  quarter?: MovementQuarter;

  @MonthField({ description: 'Only this month of the quarter', required: false, example: '2025-12' })
  month?: string;

  @NameField({
    description: 'Project of the cell; all projects together when absent',
    required: false,
    example: 'P08',
  })
  project?: string;

  @ChoiceField({
    description:
      'Measure of the cell; of a document: ordered, released, amount, accepted, used or outstanding',
    choices: [...new Set<string>([...EXPLAINED_MEASURES, ...DOCUMENT_MEASURES])],
    example: 'committed',
  })
  measure!: ExplainedMeasure | DocumentMeasure;

  @CodeField({ description: 'Only lines of this fund source', required: false })
  fundSource?: string;

  @CodeField({ description: 'Only lines of this category', required: false })
  category?: string;

  @FlagField('The sum up to the end of the quarter, or of the month, instead of its own movement')
  cumulative?: string;

  @CodeField({ description: 'Number of a document of the project: its own amounts', required: false })
  document?: string;

  @ChoiceField({
    description: 'Stage of the document; needed where several have the number',
    choices: STAGES,
    required: false,
  })
  stage?: DocumentStage;

  @CodeField({ description: 'Item of the document; all of it when absent', required: false })
  item?: string;

  @TextField({ description: 'Only events after this position', required: false, maxLength: 20 })
  after?: string;

  @TextField({ description: 'At most so many events (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}
