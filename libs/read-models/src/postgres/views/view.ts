import { quoted } from '#postgres';

/** A column of a view, with what stands beside it in the database and in the documentation. */
export interface ViewColumn {
  readonly name: string;
  /** How PostgreSQL calls the type of it. */
  readonly type:
    | 'text'
    | 'bigint'
    | 'numeric(20,2)'
    | 'numeric'
    | 'date'
    | 'timestamptz'
    | 'boolean'
    | 'jsonb'
    | 'integer';
  readonly sql: string;
  readonly about: string;
}

/** A view for reporting programs: its name, its columns and what they mean are a promise. */
export interface View {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly ViewColumn[];
  /** What follows the columns: FROM, WHERE, GROUP BY. */
  readonly from: string;
}

type Type = ViewColumn['type'];

const column =
  (type: Type) =>
  (name: string, about: string, sql: string = name): ViewColumn => ({
    name,
    type,
    sql: `(${sql})::${type}`,
    about,
  });

export const text = column('text');
export const whole = column('bigint');
export const small = column('integer');
export const decimal = column('numeric');
export const day = column('date');
export const instant = column('timestamptz');
/** Of milliseconds since 1970. */
export const millis = (sql: string): string => `'epoch'::timestamptz + (${sql}) * interval '1 millisecond'`;
/** When the event of a row of the journal was booked. */
export const bookedAt = (journal: string): string =>
  millis(`coalesce(${journal}.booked_at, ${journal}.recorded_at)`);
export const flag = column('boolean');

/** PostgreSQL keeps no NUL in a text, not even an escaped one in JSON: the replacement character stands for it. */
export const asJson = (sql: string): string => `replace((${sql})::text, '\\u0000', '\\ufffd')::jsonb`;
export const json = (name: string, about: string, sql: string = name): ViewColumn => ({
  name,
  type: 'jsonb',
  sql: asJson(sql),
  about,
});

/** An amount twice: exact satang to compute with, and baht with two decimals to show. */
export const money = (name: string, about: string, sql: string = name): ViewColumn[] => [
  { name: `${name}_satang`, type: 'bigint', sql: `(${sql})::bigint`, about: `${about}, in satang` },
  {
    name: `${name}_baht`,
    type: 'numeric(20,2)',
    sql: `((${sql})::numeric / 100)::numeric(20,2)`,
    about: `${about}, in baht`,
  },
];

/** The columns that name an account. */
export const account = (prefix: string): ViewColumn[] => [
  text('organisation', 'Code of the organisation', `${prefix}.organisation`),
  small('fiscal_year', 'Fiscal year in the era of the organisation, such as 2569', `${prefix}.fiscal_year`),
  text('project', 'Code of the project', `${prefix}.project`),
];

/** The columns that name a budget line. */
export const line = (prefix: string): ViewColumn[] => [
  text(
    'fund_source',
    'Where the money comes from; empty where the figure belongs to the whole account',
    none(prefix, 'fund_source'),
  ),
  text(
    'category',
    'What the money is for; empty where the figure belongs to the whole account',
    none(prefix, 'category'),
  ),
];

const none = (prefix: string, name: string): string => `nullif(${prefix}.${name}, '')`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Makes the view in the schema of the tables, and writes into the database what it and its columns mean. */
export function createView(schema: string, { name, about, columns, from }: View): string[] {
  const full = `${quoted(schema)}.${quoted(name)}`;
  return [
    `CREATE VIEW ${full} AS SELECT ${columns.map((each) => `${each.sql} AS ${quoted(each.name)}`).join(', ')} ${from}`,
    `COMMENT ON VIEW ${full} IS ${literal(about)}`,
    ...columns.map((each) => `COMMENT ON COLUMN ${full}.${quoted(each.name)} IS ${literal(each.about)}`),
  ];
}
