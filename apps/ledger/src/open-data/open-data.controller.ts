import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { THEMES, type Term } from '#glossary';
import { Access } from '../access/access.ts';
import { answered } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { VERSION } from '../version.ts';
import { DATASETS, fieldOf } from './datasets.ts';
import { glossaryAnswer, openDataAnswer } from './open-data.answers.ts';

/** What other systems need in order to read the ledger: its tables, and what their words mean. */
@ApiTags('Open data')
@Controller()
export class OpenDataController {
  @Get('open-data')
  @Access({ signedIn: true })
  @ApiOperation({
    summary: 'The datasets that are given out, and what every column means',
    operationId: 'showOpenData',
  })
  @ApiOkResponse(answered(openDataAnswer))
  @Refusals()
  datasets() {
    const datasets = DATASETS.map(({ id, path, name, needs, columns }) => ({
      id,
      path: `/api/v1/${path}`,
      name,
      needs,
      fields: columns.map((key) => ({ key, ...fieldOf(key) })),
    }));
    return { schema: 'obligo.open-data/1', version: VERSION, datasets };
  }

  @Get('glossary')
  @Access({ signedIn: true })
  @ApiOperation({ summary: 'The words of the ledger in Thai and English', operationId: 'showGlossary' })
  @ApiOkResponse(answered(glossaryAnswer))
  @Refusals()
  glossary() {
    const terms = Object.entries(THEMES).flatMap(([theme, group]: [string, Readonly<Record<string, Term>>]) =>
      Object.entries(group).map(([id, term]) => ({ id, theme, ...term })),
    );
    return { schema: 'obligo.glossary/1', terms };
  }
}
