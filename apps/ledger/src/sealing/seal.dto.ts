import { ChoiceField, FlagField, TextField } from '../http/fields.ts';

export class CheckpointsQueryDto {
  @TextField({ description: 'Only checkpoints after this number', required: false, maxLength: 18 })
  after?: string;

  @TextField({ description: 'At most so many (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}

const LOGS = ['ledger', 'access'] as const;

export class ConsistencyQueryDto {
  @TextField({ description: 'Events of the earlier tree', maxLength: 16, example: '1000' })
  from!: string;

  @TextField({
    description: 'Events of the later tree, at most as many as are sealed',
    maxLength: 16,
    example: '2000',
  })
  to!: string;

  @ChoiceField({ description: 'Which of the two logs', choices: LOGS, required: false })
  log: (typeof LOGS)[number] = 'ledger';
}

export class KeyRotationDto {
  @FlagField({
    description: 'The old key is lost or was stolen: it does not sign the first checkpoint of the new one',
    required: false,
    example: false,
  })
  lost?: boolean;
}
