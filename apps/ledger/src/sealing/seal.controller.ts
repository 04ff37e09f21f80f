import { applyDecorators, Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, type AccessRule } from '../access/access.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { answered, type AnswerSchema } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { sealAnswer } from './seal.answers.ts';
import { KeyRotationDto } from './seal.dto.ts';

const Answers = (id: string, summary: string, rule: AccessRule, answer?: AnswerSchema): MethodDecorator =>
  applyDecorators(
    Access(rule),
    HttpCode(200),
    ApiOperation({ summary, operationId: id }),
    ApiOkResponse(answered(answer)),
    Refusals(),
  );

/** How the sealing stands, and what operators do about it. */
@ApiTags('Audit trail')
@Controller('seal')
export class SealController {
  constructor(private readonly ledger: EmbeddedLedger) {}

  @Get()
  @Answers(
    'sealStatus',
    'What is sealed, what waits, and what stands in the way',
    {
      may: ['operate', 'replay'],
    },
    sealAnswer,
  )
  async status() {
    return { schema: 'obligo.seal/1', ...(await this.ledger.seals.status()) };
  }

  @Post()
  @Answers('sealNow', 'Seal all that is in the logs now', { may: 'operate' })
  async seal() {
    const checkpoint = await this.ledger.seals.sealer.sealNow();
    return { schema: 'obligo.sealed/1', checkpoint: checkpoint ?? null };
  }

  @Post('key-rotations')
  @Answers('rotateSealKey', 'Begin a new signing key; the first checkpoint after it is signed by both', {
    may: 'operate',
  })
  async rotate(@Body() { lost = false }: KeyRotationDto) {
    const checkpoint = await this.ledger.seals.sealer.rotateKey({ lost });
    const key = this.ledger.seals.file.currentKey()?.text ?? null;
    return { schema: 'obligo.key-rotation/1', key, lost, checkpoint };
  }
}
