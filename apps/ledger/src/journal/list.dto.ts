import { CivilDateField, CodeField, FiscalYearField, NameField, TextField } from '../http/fields.ts';
import { FlagField, KnowledgeQuery, YearQuery } from '../reports/report.dto.ts';

export class JournalQueryDto extends KnowledgeQuery {
  @FiscalYearField({ description: 'Only this fiscal year', required: false })
  fiscalYear?: string;

  @NameField({ description: 'Only this project', required: false, example: 'P01' })
  project?: string;

  @TextField({
    description: 'Only events of this type',
    required: false,
    maxLength: 64,
    example: 'CommitmentMade',
  })
  type?: string;

  @TextField({ description: 'Only what this actor posted', required: false, maxLength: 64 })
  actor?: string;

  @CodeField({ description: 'Only events about this document', required: false })
  document?: string;

  @CivilDateField({ description: 'Effective on this day or later', required: false })
  effectiveFrom?: string;

  @TextField({ description: 'Only events after this position', required: false, maxLength: 20 })
  after?: string;

  @TextField({ description: 'At most so many rows (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}

export class CommitmentsQueryDto extends YearQuery {
  @NameField({ description: 'Only this project', required: false, example: 'P01' })
  project?: string;

  @FlagField('Settled commitments too')
  includeSettled?: string;

  @TextField({
    description: 'Only after this row: project/commitment, or project/commitment:item',
    required: false,
    maxLength: 100,
  })
  after?: string;

  @TextField({ description: 'At most so many rows (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}

export class AccountsQueryDto extends YearQuery {}
