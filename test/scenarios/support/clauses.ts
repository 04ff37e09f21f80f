import { amountOf, type Line, lineOf } from './words.ts';

/** What a sentence says after its verb, read clause by clause; amounts are decimal strings in baht. */
export interface Clauses {
  number?: string;
  item?: string;
  amount?: string;
  change?: string;
  quantity?: string;
  foreign?: { currency: string; foreignAmount: string; rate?: string };
  continues?: { contractYear: number; contract: string };
  line?: Line;
  project?: string;
  fiscalYear?: string;
  day?: string;
  period?: string;
  until?: string;
  documentDate?: string;
  /** The earlier documents that this one draws on, as the fields of the request name them. */
  against: Record<string, string>;
  to?: { line?: Line; project?: string; person?: string };
  as?: string;
  reason?: string;
  override?: string;
  agreement?: string;
  final?: true;
  restates?: true;
  spent?: string;
  returned?: string;
  withheld: { kind: string; amount: string; number?: string }[];
  submit?: string;
  key?: string;
  dryRun?: true;
}

type Take = (clauses: Clauses, ...found: string[]) => void;

const NUMBER = String.raw`"([^"]+)"`;
const AMOUNT = String.raw`(-?[\d,]+\.\d{2})`;
const FIGURE = String.raw`([\d,]+(?:\.\d+)?)`;
const LINE = String.raw`([a-z][a-z-]*(?:/[a-z][a-z-]*)?)`;
const DAY = String.raw`(\d{4}-\d{2}-\d{2})`;
const DOCUMENT = '(request|order|contract|expense|acceptance|payment)';

/** Every clause there is. The first that fits the rest of a sentence is taken off its front. */
const CLAUSES: readonly (readonly [form: string, take: Take])[] = [
  [NUMBER, (c, number) => void (c.number = number!)],
  [`item ${NUMBER}`, (c, item) => void (c.item = item!)],
  [`for approval as ${NUMBER}`, (c, number) => void (c.submit = number!)],
  [`for ${AMOUNT}`, (c, amount) => void (c.amount = amountOf(amount))],
  [`by ${AMOUNT}`, (c, amount) => void (c.change = amountOf(amount))],
  [`of ${FIGURE} units?`, (c, quantity) => void (c.quantity = amountOf(quantity))],
  [
    `of ${AMOUNT} ([A-Z]{3})(?: at ${FIGURE})?`,
    (c, amount, currency, rate) =>
      void (c.foreign = {
        currency,
        foreignAmount: amountOf(amount),
        ...(rate ? { rate: amountOf(rate) } : {}),
      }),
  ],
  [`in ${NUMBER}`, (c, project) => void (c.project = project!)],
  [String.raw`of (\d{4})`, (c, year) => void (c.fiscalYear = year!)],
  [
    `continuing ${NUMBER} of (\\d{4})`,
    (c, number, year) => void (c.continues = { contractYear: Number(year), contract: number }),
  ],
  [String.raw`(\d{4}-\d{2}|Q[1-4])`, (c, period) => void (c.period = period!)],
  [`dated ${DAY}`, (c, day) => void (c.day = day!)],
  [`until ${DAY}`, (c, until) => void (c.until = until!)],
  [`with the document dated ${DAY}`, (c, day) => void (c.documentDate = day!)],
  [`against ${DOCUMENT} ${NUMBER}(?: item ${NUMBER})?`, takeAgainst],
  [
    `to ${LINE}(?: in ${NUMBER})?`,
    (c, line, project) => void (c.to = { line: lineOf(line), ...(project ? { project } : {}) }),
  ],
  [`to ${NUMBER}`, (c, person) => void (c.to = { person: person })],
  [`on ${LINE}`, (c, line) => void (c.line = lineOf(line))],
  [`as ${NUMBER}`, (c, number) => void (c.as = number!)],
  ['as a restatement', (c) => void (c.restates = true)],
  ['as a dry run', (c) => void (c.dryRun = true)],
  [`under the key ${NUMBER}`, (c, key) => void (c.key = key!)],
  [`setting the rule aside because ${NUMBER}`, (c, reason) => void (c.override = reason!)],
  [`because ${NUMBER}`, (c, reason) => void (c.reason = reason!)],
  [`with the agreement ${NUMBER}`, (c, agreement) => void (c.agreement = agreement!)],
  [`spending ${AMOUNT}`, (c, spent) => void (c.spent = amountOf(spent))],
  [`returning ${AMOUNT}`, (c, returned) => void (c.returned = amountOf(returned))],
  [
    `withholding ${AMOUNT} as ([a-z-]+)(?: ${NUMBER})?`,
    (c, amount, kind, number) =>
      void c.withheld.push({ kind, amount: amountOf(amount), ...(number ? { number } : {}) }),
  ],
  ['finally', (c) => void (c.final = true)],
];

const readers = CLAUSES.map(([form, take]) => [new RegExp(`^${form}(?=$|[ ,])`), take] as const);

/** Reads the rest of a sentence; what is no clause is a mistake in the scenario. */
export function readClauses(text: string): Clauses {
  const clauses: Clauses = { against: {}, withheld: [] };
  let rest = text.trim();
  while (rest !== '') {
    const fits = readers.find(([form]) => form.test(rest));
    if (!fits) throw new Error(`the scenario says "${rest}", which is no clause that is known`);
    const [all, ...found] = fits[0].exec(rest)!;
    fits[1](clauses, ...found);
    rest = rest.slice(all.length).replace(/^[ ,]+(?:and )?/, '');
  }
  return clauses;
}

function takeAgainst(clauses: Clauses, kind?: string, number?: string, item?: string): void {
  const field = FIELDS[kind as keyof typeof FIELDS];
  clauses.against[field] = number!;
  if (item !== undefined) clauses.against[`${field}Item`] = item;
}

/** What a finance officer calls a document, and what the interface calls it. */
const FIELDS = {
  request: 'request',
  order: 'commitment',
  contract: 'commitment',
  expense: 'commitment',
  acceptance: 'acceptance',
  payment: 'disbursement',
} as const;
