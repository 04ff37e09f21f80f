import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { organisationOf } from '#importing';
import { isNamePart } from '#kernel';
import { Access } from '../access/access.ts';
import { TextField } from '../http/fields.ts';
import { PostingContexts } from '../http/posting-context.ts';
import { Refusals } from '../http/problem.dto.ts';
import { NestedEach } from '../http/nested.ts';
import { ImportCommand } from './import.command.ts';

export class ImportedFileDto {
  @TextField({ description: 'Name of the file', maxLength: 200, example: 'projects.csv' })
  name!: string;

  @TextField({
    description: 'The file as text (CSV, UTF-8)',
    maxLength: 16_000_000,
    example: 'no,code,name_th,budget_m\n1,P01,Digital ID,42.7377\n',
  })
  content!: string;
}

export class ImportDto {
  @ApiProperty({ type: [ImportedFileDto], description: 'The tables of one folder' })
  @IsArray({ message: 'must be a list of files' })
  @ArrayNotEmpty({ message: 'must have at least one file' })
  @ArrayMaxSize(100, { message: 'must have at most 100 files' })
  @NestedEach(() => ImportedFileDto)
  files!: ImportedFileDto[];
}

/** Published tables taken over as events. */
@ApiTags('Import')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: PostingContexts,
  ) {}

  @Post()
  @Access({ posts: 'budgetaccount' })
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take published tables over, all or nothing',
    operationId: 'import',
    description:
      'Every fault is listed with file, line, column and what was expected; then nothing is posted. What was taken over before is not posted again.',
  })
  @ApiQuery({
    name: 'dryRun',
    required: false,
    type: Boolean,
    description: 'Says what would be posted, records nothing',
  })
  @ApiQuery({
    name: 'organisation',
    required: false,
    type: String,
    description: 'The one that the tables name when absent; another than theirs is refused',
  })
  @ApiHeader({
    name: 'Obligo-Actor',
    required: false,
    description: 'Who posts',
    schema: { type: 'string', maxLength: 200 },
  })
  @ApiOkResponse({ description: 'What was posted', schema: { type: 'object', additionalProperties: true } })
  @Refusals()
  async import(@Body() { files }: ImportDto, @Req() request: FastifyRequest) {
    // A code that can be none is told with the other faults of the tables.
    const named = organisationOf(files);
    const asked = await this.contexts.of(request, 'named', isNamePart(named) ? named : undefined);
    const { organisation, idempotencyKey: _, ...context } = asked;
    const outcome = await this.commands.execute(new ImportCommand(files, context, organisation));
    return { schema: 'obligo.import/1', ...outcome };
  }
}
