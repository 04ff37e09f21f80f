import type { Command } from 'commander';
import { type Limits, ROLES } from '#access';
import { type AnswerFlags, withAnswerFlags, withWordsFlags } from '../../answer.ts';
import { placeOf } from '../../connection/place.ts';
import type { Io } from '../../io.ts';
import { askList, cellOf, figure, text } from '../../list.ts';
import { need } from '../../needed.ts';
import { nounOf } from '../../nouns.ts';
import { tell } from '../../tell.ts';
import { dayOf, examples, pointOf, type Run, withEra, withKnownAt } from '../question.ts';
import { type LimitFlags, limitsOf, withLimits } from './limits.ts';
import { whenOf } from './rule-table.ts';
import { type Receipt, sayRecorded } from './receipt.ts';

interface RoleFlags extends LimitFlags {
  readonly subject?: string;
  readonly role?: string;
  readonly grant?: string;
  readonly reason?: string;
  readonly on?: string;
}

interface Grants {
  readonly version: number;
  readonly on: string | null;
  readonly knownAt: string | null;
  readonly effectiveTo: string | null;
  readonly grants: readonly {
    readonly grant: number;
    readonly subject: string;
    readonly role: string;
    readonly origin: string;
    readonly limits?: Limits;
  }[];
}

/** Who has which role. */
export function addRoles(program: Command, io: Io, run: Run): void {
  const grant = nounOf(program, 'role')
    .command('grant')
    .option('--subject <name>', 'name of an account, or service:‹name of a token› (required)')
    .option('--role <role>', `${ROLES.join(', ')} (required)`)
    .option('--reason <text>', 'why');
  withWordsFlags(withEra(withLimits(grant)))
    .description('give somebody a role, within limits')
    .addHelpText(
      'before',
      examples(
        'obligo role grant --url http://127.0.0.1:8080 --subject malee --role maker --projects P01,P02 --up-to 500000.00',
      ),
    )
    .action(run((flags: RoleFlags) => grantRole(io, flags)));
  const withdraw = nounOf(program, 'role')
    .command('withdraw')
    .option('--grant <number>', 'number of the grant, as obligo role list shows it (required)')
    .option('--reason <text>', 'why');
  withWordsFlags(withdraw)
    .description('end a grant')
    .addHelpText('before', examples('obligo role withdraw --url http://127.0.0.1:8080 --grant 4'))
    .action(run((flags: RoleFlags) => withdrawRole(io, flags)));
  const list = nounOf(program, 'role')
    .command('list')
    .option('--on <date>', 'as it was at the end of this day; now when absent')
    .option('--subject <name>', 'only the roles of this account or service');
  withAnswerFlags(withKnownAt(list))
    .description('who has which role, now or on any day')
    .addHelpText('before', examples('obligo role list --url http://127.0.0.1:8080 --known-at 2026-03-31'))
    .action(run((flags: RoleFlags) => listRoles(io, flags)));
}

async function grantRole(io: Io, flags: RoleFlags) {
  need(flags, 'subject', 'role');
  const { subject, role, reason } = flags;
  const body = { subject, role, limits: limitsOf(io, flags), reason };
  return tell(io, flags, { method: 'POST', path: 'access/grants', body }, (receipt: Receipt) =>
    sayRecorded(io, receipt, `obligo role list ${placeOf(io, flags).flag} --subject ${subject ?? ''}`),
  );
}

async function withdrawRole(io: Io, flags: RoleFlags) {
  need(flags, 'grant');
  const { grant = '', reason } = flags;
  const path = `access/grants/${encodeURIComponent(grant)}/withdrawals`;
  return tell(io, flags, { method: 'POST', path, body: { reason } }, (receipt: Receipt) =>
    sayRecorded(io, receipt, `obligo role list ${placeOf(io, flags).flag}`),
  );
}

async function listRoles(io: Io, flags: RoleFlags) {
  const { subject, on, era } = flags;
  const query = { subject, on: dayOf(io, on, era), ...pointOf(io, flags) };
  return askList(
    io,
    flags satisfies AnswerFlags,
    { method: 'GET', path: 'access/rules', query },
    {
      title: 'Roles',
      caption: (grants: Grants) => [`As granted ${whenOf(grants)}`],
      columns: [
        figure('grant', 'Grant'),
        text('subject', 'Who'),
        text('role', 'Role'),
        text('organisation', 'Organisation'),
        text('projects', 'Projects'),
        text('fund_sources', 'Fund sources'),
        text('commands', 'Commands'),
        figure('up_to', 'Up to, baht'),
        text('first', 'From'),
        text('last', 'To'),
        text('origin', 'Given by'),
      ],
      rowsOf: ({ grants }: Grants) =>
        grants.map(({ grant, subject: who, role, origin, limits = {} }) => ({
          grant: cellOf(grant),
          subject: who,
          role,
          organisation: limits.organisation,
          projects: limits.projects?.join(' '),
          fund_sources: limits.fundSources?.join(' '),
          commands: limits.commands?.join(' '),
          up_to: limits.upTo,
          first: limits.first,
          last: limits.last,
          origin,
        })),
    },
  );
}
