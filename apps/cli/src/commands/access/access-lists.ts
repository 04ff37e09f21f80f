import type { Command } from 'commander';
import { type AnswerFlags, withAnswerFlags } from '../../answer.ts';
import type { Io } from '../../io.ts';
import { askList, cellOf, figure, text } from '../../list.ts';
import { nounOf } from '../../nouns.ts';
import { examples, type Run } from '../question.ts';
import { type Role, saidRoles } from './limits.ts';

interface HappeningFlags extends AnswerFlags {
  readonly name?: string;
  readonly before?: string;
}

interface History {
  readonly rows: readonly {
    readonly position: string;
    readonly recordedAt: string;
    readonly by: string;
    readonly reason?: string;
    readonly type: string;
    readonly data: { readonly subject?: string; readonly version?: number; readonly administrator?: string };
  }[];
}

interface Happenings {
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** What became of the rule table, and of accounts. */
export function addAccessLists(program: Command, io: Io, run: Run): void {
  withAnswerFlags(nounOf(program, 'access').command('history'))
    .description('every change of the rule table and of roles: what, when, by whom, why')
    .addHelpText('before', examples('obligo access history --url http://127.0.0.1:8080'))
    .action(run((flags: AnswerFlags) => listHistory(io, flags)));
  const happenings = nounOf(program, 'access')
    .command('happenings')
    .option('--name <name>', 'only of this account')
    .option('--before <number>', 'only what happened before this number');
  withAnswerFlags(happenings)
    .description('what concerned accounts, the newest first: sign-ins, refusals, invitations, tokens')
    .addHelpText('before', examples('obligo access happenings --url http://127.0.0.1:8080 --name malee'))
    .action(run((flags: HappeningFlags) => listHappenings(io, flags)));
}

const listHistory = (io: Io, flags: AnswerFlags) =>
  askList(
    io,
    flags,
    { method: 'GET', path: 'access/history' },
    {
      title: 'Changes of the rule table and of roles',
      columns: [
        figure('position', 'Position'),
        text('recorded_at', 'Recorded at'),
        text('by', 'By'),
        text('type', 'Event'),
        text('what', 'What'),
        text('reason', 'Why'),
      ],
      rowsOf: ({ rows }: History) =>
        rows.map(({ position, recordedAt, by, type, data, reason }) => ({
          position,
          recorded_at: recordedAt,
          by,
          type,
          what: saidChange(data),
          reason: cellOf(reason),
        })),
    },
  );

function saidChange({ subject, version, administrator, ...data }: History['rows'][number]['data']): string {
  if (version !== undefined) return `version ${version}`;
  if (subject === undefined) return administrator ?? '';
  const { grant, ...role } = data as Role;
  return `${subject}: ${saidRoles([role])}, grant ${String(grant)}`;
}

const listHappenings = (io: Io, flags: HappeningFlags) => {
  const { name, before } = flags;
  const request = { method: 'GET', path: 'access/happenings', query: { name, before } } as const;
  return askList(io, flags, request, {
    title: 'What concerned accounts',
    columns: [
      figure('number', 'Number'),
      text('at', 'At'),
      text('kind', 'What'),
      text('name', 'Account'),
      text('by', 'By'),
      text('address', 'Address'),
    ],
    rowsOf: ({ rows }: Happenings) =>
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cellOf(value)]))),
  });
};
