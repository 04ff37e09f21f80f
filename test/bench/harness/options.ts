/** Whole numbers above 0 that benches take: how much of something, or how often. */
const SIZES = [
  'connections',
  'copied',
  'documents',
  'events',
  'history',
  'officers',
  'postings',
  'rounds',
  'short',
  'visits',
] as const;
/** What else benches take. */
const TEXTS = ['cache', 'store'] as const;

export type SizeName = (typeof SIZES)[number];
export type TextName = (typeof TEXTS)[number];

/** The options that some bench takes. */
export type OptionName = SizeName | TextName;

const isSize = (name: string): name is SizeName => (SIZES as readonly string[]).includes(name);
const isText = (name: string): name is TextName => (TEXTS as readonly string[]).includes(name);
export const isOption = (name: string): name is OptionName => isSize(name) || isText(name);

/** Every option with what it takes, for those who ask. */
export const OPTION_FORMS: readonly string[] = [
  ...TEXTS.map((name) => `--${name}=TEXT`),
  ...SIZES.map((name) => `--${name}=NUMBER`),
];

/** Refuses a size that is none, before anything is measured. */
export function checkValue(name: OptionName, value: string | true): asserts value is string {
  if (value === true || value === '') throw new Error(`--${name}: expected --${name}=VALUE.`);
  if (isSize(name)) wholeNumbers(name, value);
}

/** The numbers of a value such as `1000` or `1000,100000`. */
export function wholeNumbers(name: SizeName, value: string): readonly [number, ...number[]] {
  const numbers = value.split(',').map(Number) as [number, ...number[]];
  if (numbers.every((number) => Number.isSafeInteger(number) && number > 0)) return numbers;
  throw new Error(`--${name}=${value}: expected a whole number above 0.`);
}

/** The number of a value such as `1000`. */
export function wholeNumber(name: SizeName, value: string): number {
  const [number, ...others] = wholeNumbers(name, value);
  if (others.length === 0) return number;
  throw new Error(`--${name}=${value}: expected one whole number above 0; growth alone takes several.`);
}
