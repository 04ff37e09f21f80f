import { applyDecorators, Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { consistencyProof } from '#audit-trail';
import { listedText, type LogName, refuseSealing, type SealsFile, type StoredCheckpoint } from '#sealing';
import { Access } from '../access/access.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { pageOf } from '../http/paging.ts';
import { type AnswerSchema, schemaOf } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { checkpointsAnswer, consistencyAnswer, verifierKeysAnswer } from './seal.answers.ts';
import { CheckpointsQueryDto, ConsistencyQueryDto } from './seal.dto.ts';

interface Open {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly answer?: AnswerSchema;
  readonly example?: object;
}

/** Open to everybody: whoever keeps checkpoints elsewhere holds the ledger to them, and they tell no figure. */
const OpenRoute = ({ path, id, summary, answer, example }: Open): MethodDecorator =>
  applyDecorators(
    Get(path),
    Access({ open: true }),
    ApiOperation({ summary, operationId: id }),
    ApiOkResponse({
      description: 'The answer',
      content: { 'application/json': { schema: schemaOf(answer), example } },
    }),
    Refusals(),
  );

const OpenText = ({ path, id, summary }: Omit<Open, 'answer' | 'example'>): MethodDecorator =>
  applyDecorators(
    Get(path),
    Access({ open: true }),
    Header('content-type', 'text/plain; charset=utf-8'),
    ApiOperation({ summary, operationId: id }),
    ApiOkResponse({ description: 'The answer', content: { 'text/plain': { schema: { type: 'string' } } } }),
    Refusals(),
  );

/** The signed checkpoints, and what proves that each is the beginning of the next. */
@ApiTags('Audit trail')
@Controller('checkpoints')
export class CheckpointsController {
  constructor(private readonly ledger: EmbeddedLedger) {}

  @OpenRoute({
    path: '',
    id: 'listCheckpoints',
    answer: checkpointsAnswer,
    summary: 'Signed checkpoints, the oldest first',
  })
  list(@Query() query: CheckpointsQueryDto) {
    const { after, limit } = pageOf(query);
    const checkpoints = this.#seals.checkpointsAfter(Number(after), limit);
    const last = checkpoints.length === limit ? checkpoints.at(-1) : undefined;
    const next = last ? { after: String(last.number) } : null;
    return { schema: 'obligo.checkpoints/1', origin: this.#seals.origin ?? null, checkpoints, next };
  }

  @OpenText({ path: 'latest', id: 'latestCheckpoint', summary: 'The last checkpoint, as a signed note' })
  latest(): string {
    return noteOf(this.#seals.latest(), 'Nothing was sealed yet.');
  }

  @OpenRoute({
    path: 'keys',
    id: 'verifierKeys',
    answer: verifierKeysAnswer,
    summary: 'The public keys, and how long each has signed',
  })
  keys() {
    const keys = this.#seals.verifierKeys().map(({ text, key, since, until = null, ended = null }) => {
      return { key: text, keyId: key.id, since, until, ended };
    });
    return { schema: 'obligo.verifier-keys/1', origin: this.#seals.origin ?? null, keys };
  }

  @OpenText({
    path: 'keys.txt',
    id: 'verifierKeysText',
    summary: 'The public keys, one a line, for verifiers',
  })
  keysText(): string {
    return this.#seals
      .verifierKeys()
      .map((key) => `${listedText(key)}\n`)
      .join('');
  }

  @OpenRoute({
    path: 'consistency',
    id: 'proveConsistency',
    answer: consistencyAnswer,
    summary: 'What proves that one sealed tree is the beginning of another (RFC 6962, 2.1.2)',
    example: { schema: 'obligo.consistency/1', log: 'ledger', from: 3, to: 4, proof: ['…', '…', '…'] },
  })
  async consistency(@Query() query: ConsistencyQueryDto) {
    const { log } = query;
    const [from, to] = [sizeIn(query.from), sizeIn(query.to)];
    if (from > to) {
      const message = `The first size, ${from}, is larger than the second, ${to}: expected the earlier tree first.`;
      throw refuseSealing('checkpoint-order', message, { from, to });
    }
    this.#mustBeSealed(log, to);
    const proof = await consistencyProof(this.#seals.leaves(log), from, to);
    const hashes = proof.map((hash) => Buffer.from(hash).toString('base64'));
    return { schema: 'obligo.consistency/1', log, from, to, proof: hashes };
  }

  @OpenText({
    path: ':size',
    id: 'checkpointOfSize',
    summary: 'The last checkpoint of so many events, as a signed note',
  })
  ofSize(@Param('size') size: string): string {
    return noteOf(
      this.#seals.ofSize(sizeIn(size)),
      `No checkpoint seals exactly ${size.slice(0, 16)} events.`,
    );
  }

  get #seals(): SealsFile {
    return this.ledger.seals.file;
  }

  #mustBeSealed(log: LogName, size: number): void {
    const latest = this.#seals.latest();
    const sealed = (log === 'ledger' ? latest?.size : latest?.accessSize) ?? 0;
    if (size <= sealed) return;
    const message = `${size} events are asked about, ${sealed} are sealed: expected at most as many.`;
    throw refuseSealing('checkpoint-unknown', message, { size, sealed });
  }
}

function noteOf(checkpoint: StoredCheckpoint | undefined, otherwise: string): string {
  if (!checkpoint) throw refuseSealing('checkpoint-unknown', otherwise);
  return checkpoint.note;
}

function sizeIn(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw refuseSealing(
    'checkpoint-unknown',
    `"${text.slice(0, 40)}" is no size: expected a number of events.`,
  );
}
