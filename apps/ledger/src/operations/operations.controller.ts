import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Access } from '../access/access.ts';
import { type AnswerSchema, schemaOf } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { refuse } from '../http/refusals.ts';
import { VERSION } from '../version.ts';
import { dataFilesIn } from './data-files.ts';
import { rebuildAnswer, statusAnswer } from './operations.answers.ts';

const answered = (answer: AnswerSchema) => ({ description: 'The answer', schema: schemaOf(answer) });

/** What operators ask and do. */
@ApiTags('Operations')
@Controller()
export class OperationsController {
  constructor(private readonly ledger: EmbeddedLedger) {}

  @Get('status')
  @Access({ may: ['operate', 'replay'] })
  @ApiOperation({
    summary: 'Versions, head of the log, and how far the read models have read',
    operationId: 'status',
  })
  @ApiOkResponse(answered(statusAnswer))
  @Refusals()
  async status() {
    const { store, projector, folder, readModels } = this.ledger;
    const head = (await store.head()) ?? null;
    const read = projector.checkpoint === undefined ? null : String(projector.checkpoint);
    return {
      schema: 'obligo.status/1',
      version: VERSION,
      node: process.version,
      data: folder.dir,
      head,
      projections: readModels.map(({ name, version }) => ({
        name,
        version,
        position: read,
        current: read === head,
      })),
      stopped: projector.stopped?.message ?? null,
      seals: await this.ledger.seals.status(),
      files: dataFilesIn(folder.dir),
      store: store.capabilities,
    };
  }

  @Post('projections/rebuild')
  @Access({ may: 'operate' })
  @HttpCode(200)
  @ApiOperation({ summary: 'Build every read model again from the log', operationId: 'rebuildProjections' })
  @ApiOkResponse(answered(rebuildAnswer))
  @Refusals()
  async rebuild() {
    const rebuilt = await this.ledger.projector.rebuild();
    return {
      schema: 'obligo.rebuild/1',
      position: (await this.ledger.store.head()) ?? null,
      equal: rebuilt.every(({ equal }) => equal),
      projections: rebuilt,
    };
  }
}

/** Alive: the process answers. Ready: the log can be read and the read models move. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly ledger: EmbeddedLedger) {}

  @Get('live')
  @Access({ open: true })
  live() {
    return { status: 'alive', version: VERSION };
  }

  /** The short address that many supervisors ask. */
  @Get()
  @Access({ open: true })
  health() {
    return this.ready();
  }

  @Get('ready')
  @Access({ open: true })
  async ready() {
    const { stopped } = this.ledger.projector;
    if (stopped) throw refuse('read-models-stopped', stopped.message, { position: stopped.position });
    await this.ledger.store.head();
    return { status: 'ready', ...this.#sealed() };
  }

  /** A ledger whose seals are broken goes on: stopping it would let whoever broke them stop it. It is told here. */
  #sealed() {
    const seals = this.ledger.seals.glance();
    return seals ? { seals: { standing: seals.standing, tail: seals.tail } } : {};
  }
}
