import fc from 'fast-check';

/** What is asked of two projects with two lines each, in the plainest form: amounts in satang, one day for all. */

export const PROJECTS = ['P01', 'P02'] as const;
export const LINES = ['operating', 'capital'] as const;

export interface Place {
  readonly project: string;
  readonly line: string;
}

export type Asked = Place &
  (
    | { readonly kind: 'allocate' | 'supplement' | 'cut'; readonly amount: bigint }
    | { readonly kind: 'transfer'; readonly number: string; readonly amount: bigint; readonly to: Place }
    | { readonly kind: 'request'; readonly number: string; readonly amount: bigint }
    | { readonly kind: 'release-request'; readonly number: string; readonly amount?: bigint | undefined }
    | {
        readonly kind: 'commit';
        readonly number: string;
        readonly amount: bigint;
        readonly from?: string | undefined;
        readonly final?: boolean | undefined;
      }
    | { readonly kind: 'amend'; readonly number: string; readonly change: bigint }
    | { readonly kind: 'release'; readonly number: string; readonly amount?: bigint | undefined }
    | { readonly kind: 'reverse-commitment' | 'reverse-acceptance'; readonly number: string }
    | {
        readonly kind: 'accept';
        readonly number: string;
        readonly from: string;
        readonly amount?: bigint | undefined;
        readonly final?: boolean | undefined;
      }
    | {
        readonly kind: 'pay';
        readonly number: string;
        readonly amount: bigint;
        readonly from?: { readonly stage: 'commitment' | 'acceptance'; readonly number: string } | undefined;
        readonly final?: boolean | undefined;
      }
    | { readonly kind: 'reverse-payment'; readonly number: string; readonly amount?: bigint | undefined }
    | {
        readonly kind: 'refund';
        readonly number: string;
        readonly payment: string;
        readonly amount: bigint;
      }
    | { readonly kind: 'advance'; readonly number: string; readonly amount: bigint }
    | {
        readonly kind: 'clear';
        readonly number: string;
        readonly payment: string;
        readonly spent: bigint;
        readonly returned: bigint;
      }
    | { readonly kind: 'return'; readonly number: string; readonly amount: bigint }
  );

/** The rule of the policy: which lines share their money, and by how much it may be exceeded. */
export interface Rule {
  readonly key: 'line' | 'fund' | 'category' | 'project';
  readonly tolerance: bigint;
  readonly stops: boolean;
}

const amount = fc.constantFrom(1n, 2n, 5n, 10n, 30n, 60n, 100n);
const number = fc.constantFrom('1', '2', '3');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const place = fc.record({
  project: fc.constantFrom('P01', 'P01', 'P02'),
  line: fc.constantFrom('operating', 'operating', 'capital'),
});
const final = maybe(fc.boolean());
const kind = <const K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);

const facts = fc.oneof(
  fc.record({ kind: kind('allocate', 'supplement', 'cut'), amount }),
  fc.record({ kind: kind('transfer'), number, amount, to: place }),
  fc.record({ kind: kind('request'), number, amount }),
  fc.record({ kind: kind('release-request'), number, amount: maybe(amount) }),
  fc.record({ kind: kind('commit'), number, amount }),
  fc.record({ kind: kind('commit'), number, amount, from: number, final }),
  fc.record({ kind: kind('amend'), number, change: fc.constantFrom(-30n, -5n, -1n, 1n, 5n, 30n) }),
  fc.record({ kind: kind('release'), number, amount: maybe(amount) }),
  fc.record({ kind: kind('reverse-commitment', 'reverse-acceptance'), number }),
  fc.record({ kind: kind('accept'), number, from: number, amount: maybe(amount), final }),
  fc.record({ kind: kind('pay'), number, amount }),
  fc.record({
    kind: kind('pay'),
    number,
    amount,
    from: fc.record({ stage: kind('commitment', 'acceptance'), number }),
    final,
  }),
  fc.record({ kind: kind('reverse-payment'), number, amount: maybe(amount) }),
  fc.record({ kind: kind('refund'), number, payment: number, amount }),
  fc.record({ kind: kind('advance'), number, amount }),
  fc.record({
    kind: kind('clear'),
    number,
    payment: fc.constantFrom('4', '5', '6'),
    spent: amount,
    returned: fc.constantFrom(0n, 0n, 1n, 5n),
  }),
  fc.record({ kind: kind('return'), number, amount }),
);

export const asked: fc.Arbitrary<Asked> = fc
  .tuple(place, facts)
  .map(([where, what]) => ({ ...where, ...what }));

export const rules: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Rule>({ key: 'line', tolerance: 0n, stops: true }) },
  {
    weight: 3,
    arbitrary: fc.record({
      key: fc.constantFrom('line' as const, 'fund' as const, 'category' as const, 'project' as const),
      tolerance: fc.constantFrom(0n, 0n, 7n),
      stops: fc.constant(true),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Rule>({ key: 'line', tolerance: 0n, stops: false }) },
);

/** How every story begins: money on every line, and in one project a document at every stage. */
export const opening: readonly Asked[] = [
  ...PROJECTS.flatMap((project) =>
    LINES.map((line): Asked => ({
      project,
      line,
      kind: 'allocate',
      amount: line === 'capital' ? 40n : 150n,
    })),
  ),
  { project: 'P01', line: 'operating', kind: 'request', number: '1', amount: 60n },
  { project: 'P01', line: 'operating', kind: 'commit', number: '1', amount: 30n, from: '1' },
  { project: 'P01', line: 'operating', kind: 'accept', number: '1', from: '1', amount: 10n },
  { project: 'P01', line: 'capital', kind: 'advance', number: '1', amount: 10n },
];

/** A rule, and what is asked under it. */
export const stories = fc.record({ rule: rules, asked: fc.array(asked, { minLength: 15, maxLength: 40 }) });
