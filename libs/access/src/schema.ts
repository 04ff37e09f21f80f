import { fields } from '#kernel';
import { z } from 'zod';
import { APART, PERMISSIONS, type Role, ROLES } from './roles.ts';

/** The forms of the rule table and of a grant, as they are given and as they are recorded. */

const PATTERN = /^[a-z]+\/(?:\*|[a-z]+(?:-[a-z]+)*)$/;
const COMMAND = /^(?:[a-z]+\/(?:\*|[a-z]+(?:-[a-z]+)*)|[a-z]+(?:-[a-z]+)*)$/;
/** At most so many of anything that is listed in a limit. */
const MOST = 200;

const roleRule = z.strictObject({
  may: z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length).meta({ description: 'What it may see and do' }),
  commands: z
    .array(z.string().regex(PATTERN, 'expected category/command or category/*'))
    .max(MOST)
    .meta({ description: 'What it may record: `category/command` or `category/*`' }),
  secondFactor: z.boolean().meta({ description: 'Whether signing in takes a second factor' }),
});

const table = z.strictObject(
  Object.fromEntries(
    ROLES.map((role) => [role, roleRule.meta({ description: `What the ${role} may do` })]),
  ) as Record<Role, typeof roleRule>,
);

export const rulesSchema = z.strictObject({
  roles: table
    .check(({ value, issues }) => {
      for (const role of [...APART, 'reader'] as const) {
        const { commands } = value[role];
        if (commands.length === 0) continue;
        issues.push(fault(commands, [role, 'commands'], `expected none: the ${role} records nothing`));
      }
      for (const role of ROLES) {
        const administers = value[role].may.includes('administer');
        if (administers === (role === 'administrator')) continue;
        issues.push(
          fault(value[role].may, [role, 'may'], 'expected administer for the administrator and no other'),
        );
      }
    })
    .meta({ description: 'What each role may do' }),
});

const fault = (input: unknown, path: string[], message: string) => ({
  code: 'custom' as const,
  input,
  path,
  message,
});

const several = (description: string) =>
  z.array(z.string().min(1).max(64)).min(1).max(MOST).meta({ description });

export const limitsSchema = z.strictObject({
  organisation: fields.code('Only in this organisation').optional(),
  projects: several('Only these projects').optional(),
  fundSources: several('Only money of these fund sources').optional(),
  commands: z
    .array(z.string().regex(COMMAND, 'expected a command such as disburse, or category/*'))
    .min(1)
    .max(MOST)
    .meta({ description: 'Only these commands' })
    .optional(),
  upTo: z
    .string()
    .regex(/^(?:0|[1-9]\d{0,12})\.\d{2}$/, 'expected an amount in baht such as "500000.00"')
    .meta({ description: 'Largest amount of one posting', unit: 'baht' })
    .optional(),
  first: fields.date('First day; from the beginning when absent').optional(),
  last: fields.date('Last day; without end when absent').optional(),
});

/** Two limits that say the same have the same text, in whatever order they were written. */
export const limitsText = (limits: object | undefined): string =>
  JSON.stringify(limitsSchema.parse(limits ?? {}));

export const roleSchema = z.enum(ROLES).meta({ description: 'Role' });
