import { ChoiceField, FiscalYearField, NameField, TextField } from '../http/fields.ts';
import { type Format, FORMATS } from '../reports/answer.ts';
import { FlagField, KnowledgeQuery } from '../reports/report.dto.ts';

export class FindingsQueryDto extends KnowledgeQuery {
  @TextField({
    description: 'Only what this rule found',
    required: false,
    maxLength: 64,
    example: 'restatements-without-approver',
  })
  rule?: string;

  @NameField({
    description: 'Only what lies in this project alone; what touches several belongs to the organisation',
    required: false,
    example: 'P01',
  })
  project?: string;

  @FiscalYearField({ description: 'Only this fiscal year', required: false })
  fiscalYear?: string;

  @TextField({ description: 'Only what this person is involved in', required: false, maxLength: 64 })
  person?: string;

  @FlagField('What is no longer true, too')
  includeEnded?: string;

  @TextField({
    description: 'Only findings after this one, as `next` of the page before gives it',
    required: false,
    maxLength: 60,
  })
  after?: string;

  @TextField({ description: 'At most so many rows (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}

export class FindingQueryDto extends KnowledgeQuery {
  @NameField({ description: 'Only if it lies in this project alone', required: false, example: 'P01' })
  project?: string;
}

export class AuditRulesQueryDto {
  @TextField({
    description: 'Organisation, for whoever reads about some alone',
    required: false,
    maxLength: 32,
  })
  organisation?: string;

  @NameField({ description: 'Project, for whoever reads about some alone', required: false })
  project?: string;

  @ChoiceField({ description: 'Form of the answer', choices: FORMATS, required: false })
  format: Format = 'json';
}
