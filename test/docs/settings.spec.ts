import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { DEFAULT_POLICY, policySchema } from '#control';
import { codesIn, pageOf, type Row, rowsOf } from './page.fixture.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
}

/** Every setting by its path, such as `yearEnd.rules[].carry`, with the values that it may have where they are few. */
function settingsOf({ properties = {} }: Schema, within = ''): [path: string, values: readonly string[]][] {
  return Object.entries(properties).flatMap(([name, schema]): [string, readonly string[]][] => {
    const path = within + name;
    if (path === 'yearEnd') return settingsOf(schema, 'yearEnd.');
    const values = schema.enum ?? schema.items?.enum ?? [];
    return [[path, values], ...(schema.items ? settingsOf(schema.items, `${path}[].`) : [])];
  });
}

/** The rows of the table of settings by the path of the setting; a row may be about several of the same rule. */
function documented(rows: readonly Row[], heading: string): Map<string, Row> {
  return new Map(
    rows.flatMap((row): [string, Row][] => {
      const [first = '', ...others] = codesIn(row[heading]);
      const within = first.slice(0, first.lastIndexOf('.') + 1);
      return [first, ...others.map((name) => within + name)].map((path) => [path, row]);
    }),
  );
}

const settings = settingsOf(z.toJSONSchema(policySchema) as Schema);
const DUTIES = [
  'keep-policy',
  'keep-periods',
  'override-availability',
  'post-after-soft-close',
  'restate',
  'approve-restatement',
  'allow-date-outside-year',
];

describe.each([
  { name: 'budget-control.md', setting: 'setting', byDefault: 'default', values: 'values', duty: 'duty' },
  {
    name: 'budget-control.th.md',
    setting: 'ค่า',
    byDefault: 'ค่าเริ่มต้น',
    values: 'ค่าที่เลือกได้',
    duty: 'หน้าที่',
  },
])('docs/$name', ({ name, setting, byDefault, values, duty }) => {
  const page = pageOf(name);
  const rows = documented(rowsOf(page, setting), setting);

  it('lists every setting of the policy, and none that it does not have', () => {
    expect([...rows.keys()].sort()).toEqual(settings.map(([path]) => path).sort());
  });

  it('says which values a setting may have', () => {
    const shared = new Set(['ceilings[].key', 'ceilings[].severity']);
    const missing = settings
      .filter(([path]) => !shared.has(path))
      .flatMap(([path, few]) => {
        const said = codesIn(rows.get(path)?.[values]);
        return few.filter((value) => !said.includes(value)).map((value) => `${path}: ${value}`);
      });
    expect(missing).toEqual([]);
  });

  it('says what holds where nothing is set', () => {
    const { basis, reserveWhileWaiting, pastQuarters, datesOutsideYear, yearEnd } = DEFAULT_POLICY;
    const defaults = { basis, reserveWhileWaiting, pastQuarters, datesOutsideYear };
    for (const [path, value] of Object.entries({
      ...defaults,
      'yearEnd.disburseUntil': yearEnd.disburseUntil,
    }))
      expect([path, rows.get(path)?.[byDefault]]).toEqual([path, `\`${String(value)}\``]);
  });

  it('lists every duty', () => {
    const listed = rowsOf(page, duty).flatMap((row) => codesIn(row[duty]));
    expect(listed).toEqual([...DUTIES, 'checker', 'director']);
  });
});
