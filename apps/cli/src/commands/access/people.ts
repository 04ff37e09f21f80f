import type { Command } from 'commander';
import { type AnswerFlags, withWordsFlags } from '../../answer.ts';
import { placeOf } from '../../connection/place.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { need } from '../../needed.ts';
import { nounOf } from '../../nouns.ts';
import { wrongUse } from '../../settings.ts';
import { canAsk } from '../../secrets.ts';
import { tell } from '../../tell.ts';
import { examples, type Run, withEra } from '../question.ts';
import { type LimitFlags, limitsOf, withLimits } from './limits.ts';

interface PersonFlags extends LimitFlags {
  readonly name?: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly role?: string;
  readonly reason?: string;
  readonly confirm?: string;
}

interface Invitation {
  readonly name: string;
  readonly code: string;
  readonly expiresAt: string;
}

interface Opened {
  readonly name: string;
  readonly invitation: Omit<Invitation, 'name'>;
}

/** One change of an account that needs nothing but its name. */
interface Change {
  readonly verb: string;
  readonly path: string;
  readonly description: string;
  readonly said: string;
  /** Its roles end with it, which is recorded with a reason. */
  readonly hasReason?: true;
}

const CHANGES: readonly Change[] = [
  {
    verb: 'close',
    path: 'closings',
    description: 'close an account: its roles, sessions and tokens end at once',
    said: 'is closed: no role, no session, no token',
    hasReason: true,
  },
  {
    verb: 'reopen',
    path: 'reopenings',
    description: 'open a closed account again; it has no role until it is given one',
    said: 'is open again, without a role',
  },
  {
    verb: 'remove-second-factor',
    path: 'second-factor/removals',
    description: 'take the second factor from somebody who lost the authenticator',
    said: 'has no second factor any more',
  },
];

const NAME = ['--name <name>', 'name of the account (required)'] as const;
const REASON = ['--reason <text>', 'why; it stands in the log of the rule table'] as const;

/** Accounts of people, for administrators. */
export function addPeople(program: Command, io: Io, run: Run): void {
  addOpening(program, io, run);
  addInvitation(program, io, run);
  for (const change of CHANGES) addChange(program, io, run, change);
  addErasure(program, io, run);
}

function addChange(program: Command, io: Io, run: Run, change: Change): void {
  const { verb, path, description, said, hasReason } = change;
  const command = nounOf(program, 'person')
    .command(verb)
    .option(...NAME);
  if (hasReason) command.option(...REASON);
  withWordsFlags(command)
    .description(description)
    .addHelpText('before', examples(`obligo person ${verb} --url http://127.0.0.1:8080 --name malee`))
    .action(run((flags: PersonFlags) => post(io, flags, path, said)));
}

function addOpening(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'person')
    .command('open')
    .option(
      '--name <name>',
      'name of the account; it stands in events for ever, so no e-mail address (required)',
    )
    .option('--display-name <text>', 'how pages call the person')
    .option('--email <address>', 'kept outside the events')
    .option('--role <role>', 'a role to begin with')
    .option(...REASON);
  withWordsFlags(withEra(withLimits(command)))
    .description('open an account; its one-time code is printed alone, the person chooses a password with it')
    .addHelpText(
      'before',
      examples('obligo person open --url http://127.0.0.1:8080 --name malee --role maker --projects P01,P02'),
    )
    .action(run((flags: PersonFlags) => openAccount(io, flags)));
}

async function openAccount(io: Io, flags: PersonFlags) {
  need(flags, 'name');
  const { name, displayName, email, role, reason } = flags;
  const limits = limitsOf(io, flags);
  if (role === undefined && limits !== undefined)
    throw wrongUse('Limits are given without a role; expected --role.');
  const roles = role === undefined ? undefined : [{ role, limits }];
  const body = { name, displayName, email, roles, reason };
  return tell(io, flags, { method: 'POST', path: 'people', body }, (opened: Opened) => {
    const given = role === undefined ? 'no role yet' : `the role ${role}`;
    io.err(`the account ${opened.name} is open, with ${given}\n`);
    return sayInvitation(io, flags, { ...opened.invitation, name: opened.name });
  });
}

function addInvitation(program: Command, io: Io, run: Run): void {
  withWordsFlags(
    nounOf(program, 'person')
      .command('invite')
      .option(...NAME),
  )
    .description('print a new one-time code for somebody who has no password, or forgot it')
    .addHelpText('before', examples('obligo person invite --url http://127.0.0.1:8080 --name malee'))
    .action(
      run((flags: PersonFlags) => {
        need(flags, 'name');
        const request = { method: 'POST', path: personPath(flags, 'invitations'), body: {} } as const;
        return tell(io, flags, request, (invitation: Invitation) => sayInvitation(io, flags, invitation));
      }),
    );
}

/** The code alone is data: it can be kept in a file without anything around it. */
function sayInvitation(io: Io, flags: AnswerFlags, { name, code, expiresAt }: Invitation) {
  io.out(`${code}\n`);
  io.err(`the code counts once, until ${expiresAt}\n`);
  io.err(`next, by ${name}: obligo invitation redeem ${placeOf(io, flags).flag}\n`);
  return EXIT.done;
}

function addErasure(program: Command, io: Io, run: Run): void {
  const command = nounOf(program, 'person')
    .command('erase')
    .option(...NAME)
    .option('--confirm <name>', 'the name again, since nothing brings back what is erased')
    .option(...REASON);
  withWordsFlags(command)
    .description('forget everything personal of a closed account; its name stays in the events')
    .addHelpText(
      'before',
      examples('obligo person erase --url http://127.0.0.1:8080 --name malee --confirm malee'),
    )
    .action(
      run(async (flags: PersonFlags) => {
        need(flags, 'name', ...(canAsk(io, flags) ? [] : ['confirm']));
        const question = `Everything personal of ${flags.name ?? ''} is forgotten. Type the name again: `;
        const confirmed = flags.confirm ?? (await io.prompt?.(question, 'shown'));
        if (confirmed !== flags.name)
          throw wrongUse(`That is not the name ${flags.name ?? ''}; nothing was done.`);
        return post(io, flags, 'erasures', 'is forgotten but for its name');
      }),
    );
}

function post(io: Io, flags: PersonFlags, path: string, said: string) {
  need(flags, 'name');
  const { reason } = flags;
  const request = { method: 'POST', path: personPath(flags, path), body: { reason } } as const;
  return tell(io, flags, request, ({ name }: { readonly name: string }) => {
    io.out(`${name} ${said}\n`);
    return EXIT.done;
  });
}

const personPath = ({ name = '' }: PersonFlags, path: string): string =>
  `people/${encodeURIComponent(name)}/${path}`;
