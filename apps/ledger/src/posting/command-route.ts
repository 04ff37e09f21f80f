import { applyDecorators, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtension,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
} from '@nestjs/swagger';
import type { AccountCommand } from '#budget';
import { Access } from '../access/access.ts';
import { Refusals } from '../http/problem.dto.ts';
import { ReceiptDto } from './posting.dto.ts';

export interface CommandRoute {
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** What it records: the category of the stream, or one command of it as `category/command`. */
  readonly posts: string;
  /** May be handed in for approval instead of recorded. */
  readonly submittable?: boolean;
  /** Noun and verb of the command line, such as `commitment make`. */
  readonly cli: string;
}

/** A route that records: same headers, same answers, same refusals everywhere. */
export function CommandRoute({
  path,
  summary,
  description,
  cli,
  posts,
  submittable = false,
}: CommandRoute): MethodDecorator {
  return applyDecorators(
    Post(path),
    Access({ posts }),
    ApiOperation({ summary, operationId: operationIdOf(cli), ...(description ? { description } : {}) }),
    ApiExtension('x-obligo-cli', cli),
    ApiExtension('x-obligo-posts', posts),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Same key and same input: the first answer again, nothing recorded twice. Made up when absent.',
      schema: { type: 'string', maxLength: 200 },
    }),
    ApiHeader({
      name: 'Obligo-Actor',
      required: false,
      description:
        'Who is meant to post, percent-encoded when not ASCII; refused when it is not the one who signed in.',
      schema: { type: 'string', maxLength: 200 },
    }),
    ApiQuery({
      name: 'organisation',
      required: false,
      type: String,
      description: 'Needed when the ledger has several',
    }),
    ApiQuery({
      name: 'dryRun',
      required: false,
      type: Boolean,
      description: 'Decides and answers, records nothing',
    }),
    ...(submittable ? [Submittable] : []),
    ApiCreatedResponse({ type: ReceiptDto, description: 'Recorded' }),
    ApiOkResponse({ type: ReceiptDto, description: 'Recorded before, or a dry run' }),
    Refusals(),
  );
}

const Submittable = ApiQuery({
  name: 'submit',
  required: false,
  type: String,
  description:
    'Number of a waiting document: the posting is handed in for approval under it, and recorded when approved',
});

/** A route of budget accounts: what it records may be handed in for approval instead. */
export const AccountCommandRoute = ({
  command,
  ...route
}: Omit<CommandRoute, 'submittable' | 'posts'> & {
  /** What it says to the account. */
  readonly command: AccountCommand['type'];
}): MethodDecorator => CommandRoute({ ...route, posts: `budgetaccount/${command}`, submittable: true });

const operationIdOf = (cli: string): string =>
  cli.replaceAll(/[ -]([a-z])/g, (_, letter: string) => letter.toUpperCase());
