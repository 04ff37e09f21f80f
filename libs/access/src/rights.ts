import type { CivilDate } from '#kernel';
import { type Permission, PERMISSIONS } from './roles.ts';
import { type AccessState, grantsOf } from './state.ts';

/** What all roles of somebody allow together, limits aside: enough for a page to know what to offer. */
export interface Rights {
  readonly permissions: readonly Permission[];
  /** `category/command` or `category/*`, sorted. */
  readonly commands: readonly string[];
}

/** The rights that somebody has on a day. The decision itself asks again, within the limits of each grant. */
export function rightsOf(state: AccessState, subject: string, on: CivilDate): Rights {
  const rules = grantsOf(state, subject, on).map(({ role }) => state.rules.roles[role]);
  return {
    permissions: PERMISSIONS.filter((permission) => rules.some(({ may }) => may.includes(permission))),
    commands: [...new Set(rules.flatMap(({ commands }) => commands))].sort(),
  };
}
