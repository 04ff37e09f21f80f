import { CodeField, NameField, TextField } from '../http/fields.ts';
import { FlagField, KNOWN_AT, YearQuery } from '../reports/report.dto.ts';

export class RestatementsQueryDto extends YearQuery {
  @NameField({ description: 'Only this project', required: false, example: 'P01' })
  project?: string;

  @TextField({
    description: `The moment that counts as now, no later than knownAt; that of knownAt when absent. ${KNOWN_AT}`,
    required: false,
    maxLength: 64,
    example: '2026-03-31',
  })
  to?: string;

  @FlagField('The cells of each quarter instead of the sum to the end of the report’s quarter')
  byQuarter?: string;
}

/** Which account is asked about. */
export class AccountStateDto extends YearQuery {
  @NameField({ description: 'Project of the account', example: 'P01' })
  project!: string;
}

export class DocumentStatesDto extends AccountStateDto {
  @CodeField({
    description: 'Number of the document whose life is told; all documents when absent',
    required: false,
  })
  document?: string;

  @TextField({
    description: 'Of the list only what follows this row: stage/document, or stage/document:item',
    required: false,
    maxLength: 160,
  })
  after?: string;

  @TextField({
    description: 'Of the list at most so many rows (1 to 10000); all of them when absent',
    required: false,
    maxLength: 5,
  })
  limit?: string;
}

export class KpiStatesDto extends YearQuery {
  @NameField({ description: 'Only the KPIs of this project', required: false, example: 'P01' })
  project?: string;

  @NameField({ description: 'One KPI with its history; all when absent', required: false, example: 'P08-K2' })
  kpi?: string;
}
