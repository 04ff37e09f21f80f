import type { Command } from 'commander';
import type { Io } from '../../io.ts';
import type { Run } from '../question.ts';
import { addAccessLists } from './access-lists.ts';
import { addOwnAccount } from './own-account.ts';
import { addPeople } from './people.ts';
import { addPeopleList } from './people-list.ts';
import { addReadings } from './readings.ts';
import { addRecovery } from './recovery.ts';
import { addRoles } from './roles.ts';
import { addRuleTable } from './rule-table.ts';
import { addSession } from './session.ts';
import { addSetUp } from './set-up.ts';
import { addTokens } from './tokens.ts';

/** Accounts, roles and tokens; who may do what, and who looked at what. */
export function addAccess(program: Command, io: Io, run: Run): void {
  addSetUp(program, io, run);
  addSession(program, io, run);
  addOwnAccount(program, io, run);
  addPeople(program, io, run);
  addPeopleList(program, io, run);
  addRoles(program, io, run);
  addRuleTable(program, io, run);
  addRecovery(program, io, run);
  addAccessLists(program, io, run);
  addTokens(program, io, run);
  addReadings(program, io, run);
}
