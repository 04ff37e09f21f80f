import { z } from 'zod';

/** Fields that the settings of a policy share; each says what it means, since the event catalogue is made of it. */

export const says = <Schema extends z.ZodType>(schema: Schema, description: string, unit?: string): Schema =>
  schema.meta({ description, ...(unit === undefined ? {} : { unit }) });

export const percent = (description: string) =>
  says(
    z
      .string()
      .regex(
        /^(?:(?:0|[1-9]\d{0,2})(?:\.\d{1,4})?|1000(?:\.0{1,4})?)$/,
        'expected a percentage such as "33" or "12.5", with at most four decimals, from 0 to 1000',
      ),
    description,
    'percent',
  );

export const baht = (description: string) =>
  says(
    z.string().regex(/^(?:0|[1-9]\d{0,12})\.\d{2}$/, 'expected an amount in baht such as "500000.00"'),
    description,
    'baht',
  );

export const code = (description: string) => says(z.string().min(1).max(64), description);

/** At most so many rules of each kind. */
export const MOST = 100;

export const tolerance = z.strictObject({
  percent: percent('In percent of the budget').optional(),
  amount: baht('In baht; of both the smaller one counts').optional(),
});

export const lineMatch = {
  fundSource: code('Only this fund source').optional(),
  category: code('Only this expenditure category').optional(),
};

/** What every rule on availability says. */
export const ruleFields = {
  name: code('Name of the rule, unique among its kind'),
  key: says(
    z.enum(['line', 'project', 'fund', 'category']),
    'What is controlled together: a line, all lines of a fund or of a category, or the whole project',
  ),
  severity: says(
    z.enum(['track', 'warn', 'stop']),
    'track: the balance is recorded; warn: a warning stands with the decision; stop: it is refused',
  ),
  match: says(
    z.strictObject({ ...lineMatch, project: code('Only this project').optional() }),
    'Lines that the rule is about; all when absent',
  ).optional(),
};

export const stage = z.enum(['request', 'commit', 'disburse']);
