import { TextField } from '../http/fields.ts';
import { FlagField } from '../reports/report.dto.ts';

export class ReceiptQueryDto {
  @TextField({ description: 'Only when the event is of this organisation', required: false, maxLength: 32 })
  organisation?: string;

  @FlagField('This event alone, without the others of its posting')
  single?: string;

  @FlagField('Seals first what is not sealed yet')
  seal?: string;
}

export class LogRootsQueryDto {
  @TextField({
    description: 'Numbers of events, at most 10, separated by commas',
    maxLength: 200,
    example: '47,1000',
  })
  sizes!: string;
}
