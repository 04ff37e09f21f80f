import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min, MinLength } from 'class-validator';
import { TextField } from '../http/fields.ts';

/** A file that a posting rests on, by its digest. */
export class EvidenceDto {
  @TextField({ description: 'Name of the file', maxLength: 200, example: 'ใบแจ้งหนี้.pdf' })
  @MinLength(1, { message: 'must be the name of a file' })
  name!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Size of the file in bytes', example: 48_213 })
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'must be a size in bytes' })
  size!: number;

  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the file' })
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be 64 hex digits in lower case' })
  sha256!: string;

  @TextField({ description: 'Where the file is kept, or its number', required: false, maxLength: 500 })
  reference?: string;
}
