import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MOST_EVIDENCE } from '#kernel';
import { CivilDateField, FlagField, TextField } from '../http/fields.ts';
import { ListField } from '../budget/chain-fields.ts';
import { EvidenceDto } from './evidence.dto.ts';

/** What every posting says beside its own facts. */
export class PostingDto {
  @CivilDateField({ description: 'Business date of the fact; it decides the fiscal year and the quarter' })
  effectiveOn!: string;

  @TextField({ description: 'Why it is posted', required: false })
  reason?: string;

  @TextField({
    description: 'Document or publication that the fact is taken from',
    required: false,
    maxLength: 500,
  })
  source?: string;

  @ListField(() => EvidenceDto, {
    description: 'Files that it rests on, by their digests; the files themselves stay outside the ledger',
    example: [
      {
        name: 'ใบแจ้งหนี้.pdf',
        size: 48_213,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
    most: MOST_EVIDENCE,
    required: false,
  })
  evidence?: EvidenceDto[];
}

/** What every posting to a budget account may say beside its own facts. */
export class AccountPostingDto extends PostingDto {
  @TextField({
    description: 'Why a rule that stops is set aside; needs the duty override-availability',
    required: false,
  })
  override?: string;

  @FlagField({
    description: 'Restates a closed period; needs the duty restate and an approval',
    required: false,
  })
  restates?: boolean;

  @CivilDateField({
    description: 'The date on the document, where it lies outside the fiscal year; effectiveOn lies within',
    required: false,
  })
  documentDate?: string;
}

/** A posting that takes something back or changes it: it says why. */
export class ReasonedPostingDto extends PostingDto {
  @TextField({
    description: 'Why it is posted; needed here',
    example: 'Booked late: invoice received in January',
  })
  declare reason: string;
}

/** A posting to a budget account that takes something back or changes it: it says why. */
export class ReasonedAccountPostingDto extends AccountPostingDto {
  @TextField({
    description: 'Why it is posted; needed here',
    example: 'Booked late: invoice received in January',
  })
  declare reason: string;
}

export class PostedEventDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'CommitmentMade' })
  type!: string;

  @ApiProperty({ example: 'budgetaccount-etda.2569.P01' })
  stream!: string;

  @ApiProperty({ format: 'date' })
  effectiveOn!: string;

  @ApiProperty({ type: Object, description: 'The fields of the event; see the event catalogue' })
  data!: Record<string, unknown>;
}

/** What was recorded, or on a dry run would be. */
export class ReceiptDto {
  @ApiProperty({ example: 'obligo.receipt/1' })
  schema!: string;

  @ApiProperty({ example: 'etda' })
  organisation!: string;

  @ApiProperty({ description: 'Send it again with the same input to get this answer again' })
  idempotencyKey!: string;

  @ApiProperty()
  dryRun!: boolean;

  @ApiProperty({ description: 'The command was recorded before; this is its first answer' })
  replayed!: boolean;

  @ApiPropertyOptional({
    description: 'Place of the last event in the log; absent on a dry run',
    example: '217',
  })
  position?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  recordedAt?: string;

  @ApiPropertyOptional({
    description: 'Where proof that it is in the log can be fetched, as soon as it is sealed',
    example: '/api/v1/receipts/217?organisation=etda',
  })
  receiptUrl?: string;

  @ApiProperty({ type: [PostedEventDto] })
  events!: PostedEventDto[];

  @ApiPropertyOptional({
    type: Object,
    description: 'What is available on the touched lines before and after, in baht',
  })
  outcome?: Record<string, unknown>;
}
