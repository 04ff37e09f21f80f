import { formatBaht, parseBaht, sum } from '#kernel';
import { type Clauses, readClauses } from './clauses.ts';
import type { Rows, Sentence } from './features.ts';
import { readVerb } from './verbs.ts';
import { amountOf, fieldOf, isAmount, lineOf } from './words.ts';
import type { World } from './world.ts';

/** Posts what an officer does: `"somchai" orders "PO-1" for 600.00 on operating`. */
export async function act(world: World, actor: string, text: string, { table }: Sentence): Promise<void> {
  const posting = postingOf(world, text, table);
  await world.post(posting.where, posting.body, { actor, ...posting.sending });
}

/** Reads the sentence of an act into the address, body and query of its posting. */
export function postingOf(world: World, text: string, table: Rows) {
  const { verb, rest } = readVerb(text);
  const clauses = readClauses(rest);
  const project = clauses.project ?? world.project;
  const fiscalYear = clauses.fiscalYear ?? world.fiscalYear;
  const { at, body } = verb({ ...clauses, fiscalYear }, project);
  const where = at.startsWith('/') ? at.slice(1) : `budget-accounts/${fiscalYear}/${project}/${at}`;
  const { key, submit, dryRun } = clauses;
  return {
    where,
    body: plain({ ...commonOf(world, clauses), ...body, ...tableOf(table, world) }),
    sending: { key, submit, dryRun },
  };
}

/** What may stand in the body of every posting. */
const commonOf = (world: World, c: Clauses): Record<string, unknown> => ({
  effectiveOn: c.day ?? world.today,
  reason: c.reason,
  override: c.override,
  restates: c.restates,
  documentDate: c.documentDate,
});

/** What stands in the table: fields and values, the quarters of a plan, or the lines of a document. */
function tableOf(table: Rows, { fiscalYear }: World): Record<string, unknown> {
  const [first] = table;
  if (!first) return {};
  if ('field' in first)
    return Object.fromEntries(table.map((row): [string, string] => [row['field']!, valueOf(row['value']!)]));
  if ('Q1' in first) return { quarters: mapped(first) };
  if ('year' in first) return { contract: contractOf(table) };
  return {
    lines: table.map(({ line, ...row }) => ({
      fiscalYear: Number(fiscalYear),
      ...mapped(row),
      ...(line ? { line: lineOf(line) } : {}),
    })),
  };
}

/** The parts of a contract that spans fiscal years. */
function contractOf(table: Rows) {
  const amount = (row: Rows[number]): string => amountOf(row['amount']!);
  return {
    contractTotal: formatBaht(sum(table.map((row) => parseBaht(amount(row))))),
    years: table.map((row) => ({ fiscalYear: Number(row['year']), amount: amount(row) })),
  };
}

const mapped = (row: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, cell]) => cell !== '')
      .map(([heading, cell]) => [/^Q[1-4]$/.test(heading) ? heading : fieldOf(heading), valueOf(cell)]),
  );

const valueOf = (cell: string): string => (isAmount(cell) ? amountOf(cell) : cell);

/** Without what the sentence does not say. */
const plain = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
