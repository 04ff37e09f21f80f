import { NameField, TextField } from '../http/fields.ts';
import { FlagField, YearQuery } from '../reports/report.dto.ts';

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
