import type { Command } from 'commander';
import { type AnswerFlags, withAnswerFlags } from '../../answer.ts';
import type { Io } from '../../io.ts';
import { askList, cellOf, text } from '../../list.ts';
import { nounOf } from '../../nouns.ts';
import { examples, type Run } from '../question.ts';
import { type Role, saidRoles } from './limits.ts';

interface Person {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly demo?: boolean;
  readonly closed: boolean;
  readonly erased: boolean;
  readonly secondFactor: boolean;
  readonly roles: readonly Role[];
}

/** The accounts with their roles. */
export function addPeopleList(program: Command, io: Io, run: Run): void {
  withAnswerFlags(nounOf(program, 'person').command('list'))
    .description('the accounts of people, with their roles')
    .addHelpText('before', examples('obligo person list --url http://127.0.0.1:8080'))
    .action(run((flags: AnswerFlags) => list(io, flags)));
}

const list = (io: Io, flags: AnswerFlags) =>
  askList(
    io,
    flags,
    { method: 'GET', path: 'people' },
    {
      title: 'People',
      columns: [
        text('name', 'Name'),
        text('display_name', 'Called'),
        text('status', 'Account'),
        text('second_factor', 'Second factor'),
        text('roles', 'Roles'),
        text('email', 'E-mail'),
      ],
      rowsOf: ({ rows }: { readonly rows: readonly Person[] }) =>
        rows.map(({ name, displayName, email, demo, closed, erased, secondFactor, roles }) => ({
          name,
          display_name: cellOf(displayName),
          status: erased ? 'erased' : closed ? 'closed' : demo ? 'demo' : 'open',
          second_factor: secondFactor ? 'yes' : 'no',
          roles: saidRoles(roles),
          email: cellOf(email),
        })),
    },
  );
