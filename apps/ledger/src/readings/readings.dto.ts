import { ChoiceField, TextField } from '../http/fields.ts';
import { type Format, FORMATS } from '../reports/answer.ts';

const MOMENT = 'a date in the time zone of the organisation, or a moment with its zone';

export class ReadingsQueryDto {
  @TextField({ description: `Not before: ${MOMENT}`, required: false, maxLength: 40, example: '2026-03-01' })
  since?: string;

  @TextField({
    description: `Not after: ${MOMENT}; a date is meant to its end`,
    required: false,
    maxLength: 40,
    example: '2026-03-31',
  })
  until?: string;

  @TextField({ description: 'Only what this account read', required: false, maxLength: 64 })
  who?: string;

  @TextField({
    description: 'Only readings of this operation, as the API names it',
    required: false,
    maxLength: 128,
    example: 'journal',
  })
  route?: string;

  @TextField({ description: 'Only readings before this one', required: false, maxLength: 20 })
  before?: string;

  @TextField({ description: 'At most so many rows (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;

  @TextField({
    description: 'Organisation in whose time zone days begin; needed for dates when the ledger has several',
    required: false,
    maxLength: 32,
  })
  organisation?: string;

  @ChoiceField({ description: 'Form of the answer', choices: FORMATS, required: false })
  format: Format = 'json';
}
