import type { Command } from 'commander';
import { type AnswerFlags, withAnswerFlags, withWordsFlags } from '../../answer.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { askList, cellOf, text } from '../../list.ts';
import { need } from '../../needed.ts';
import { nounOf } from '../../nouns.ts';
import { tell } from '../../tell.ts';
import { dayOf, examples, type Run, withEra } from '../question.ts';
import { type LimitFlags, limitsOf, type Role, saidLimits, saidRoles, withLimits } from './limits.ts';

interface TokenFlags extends LimitFlags {
  readonly name?: string;
  readonly role?: string;
  readonly expiresOn?: string;
  readonly reason?: string;
}

interface Issued extends Role {
  readonly name: string;
  readonly token: string;
  readonly expiresAt: string;
}

interface Tokens {
  readonly rows: readonly {
    readonly name: string;
    readonly roles: readonly Role[];
    readonly createdAt?: string;
    readonly createdBy: string;
    readonly expiresAt: string;
    readonly lastUsedAt?: string | null;
    readonly revokedAt?: string | null;
  }[];
}

/** Tokens of services that read. */
export function addTokens(program: Command, io: Io, run: Run): void {
  const issue = nounOf(program, 'token')
    .command('issue')
    .option('--name <name>', 'name of the service, such as dashboards (required)')
    .option('--role <role>', 'role that reads: reader, auditor or operator (required)')
    .option('--expires-on <date>', 'last day on which it counts, at most two years away (required)')
    .option('--reason <text>', 'why');
  withWordsFlags(withEra(withLimits(issue)))
    .description('print a token for a service, this once and alone; what it is for goes to standard error')
    .addHelpText(
      'before',
      examples(
        'obligo token issue --url http://127.0.0.1:8080 --name dashboards --role reader --expires-on 2026-09-30 > token',
      ),
    )
    .action(run((flags: TokenFlags) => issueToken(io, flags)));
  withAnswerFlags(nounOf(program, 'token').command('list'))
    .description('the service tokens with their roles and last use, never the tokens themselves')
    .addHelpText('before', examples('obligo token list --url http://127.0.0.1:8080'))
    .action(run((flags: AnswerFlags) => listTokens(io, flags)));
  const revoke = nounOf(program, 'token')
    .command('revoke')
    .option('--name <name>', 'name of the service (required)')
    .option('--reason <text>', 'why');
  withWordsFlags(revoke)
    .description('end a service token and its roles at once')
    .addHelpText('before', examples('obligo token revoke --url http://127.0.0.1:8080 --name dashboards'))
    .action(run((flags: TokenFlags) => revokeToken(io, flags)));
}

async function issueToken(io: Io, flags: TokenFlags) {
  need(flags, 'name', 'role', 'expires-on');
  const { name, role, reason, era } = flags;
  const body = {
    name,
    role,
    limits: limitsOf(io, flags),
    expiresOn: dayOf(io, flags.expiresOn, era),
    reason,
  };
  return tell(io, flags, { method: 'POST', path: 'service-tokens', body }, (issued: Issued) => {
    io.out(`${issued.token}\n`);
    io.err(
      `token of ${issued.name}: ${issued.role}, ${saidLimits(issued.limits)}, until ${issued.expiresAt}\n`,
    );
    io.err('It is not shown again. Programs are given it by OBLIGO_TOKEN_FILE.\n');
    return EXIT.done;
  });
}

async function revokeToken(io: Io, flags: TokenFlags) {
  need(flags, 'name');
  const path = `service-tokens/${encodeURIComponent(flags.name ?? '')}/revocations`;
  const request = { method: 'POST', path, body: { reason: flags.reason } } as const;
  return tell(io, flags, request, ({ name }: { readonly name: string }) => {
    io.out(`the token of ${name} is revoked, and its roles have ended\n`);
    return EXIT.done;
  });
}

const listTokens = (io: Io, flags: AnswerFlags) =>
  askList(
    io,
    flags,
    { method: 'GET', path: 'service-tokens' },
    {
      title: 'Service tokens',
      columns: [
        text('name', 'Name'),
        text('roles', 'Roles'),
        text('expires_at', 'Until'),
        text('last_used_at', 'Last used'),
        text('revoked_at', 'Revoked'),
        text('created_by', 'Issued by'),
      ],
      rowsOf: ({ rows }: Tokens) =>
        rows.map(({ name, roles, expiresAt, lastUsedAt, revokedAt, createdBy }) => ({
          name,
          roles: saidRoles(roles),
          expires_at: expiresAt,
          last_used_at: cellOf(lastUsedAt),
          revoked_at: cellOf(revokedAt),
          created_by: createdBy,
        })),
    },
  );
