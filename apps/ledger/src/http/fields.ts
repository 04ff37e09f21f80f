import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  type ValidationOptions,
} from 'class-validator';
import {
  isBlank,
  oneSpelling,
  parseNamePart,
  parseBaht,
  parseCivilDate,
  parseCode,
  parseFiscalYear,
  parseProjectCode,
  parseQuantity,
  QUARTERS,
  refusal,
  RefusalError,
} from '#kernel';
import { isMoment } from '../reports/moment-forms.ts';

/** Fields of request bodies: one decorator checks a field and documents it, so that the two cannot drift. */

type Options = Readonly<{ description: string; example?: unknown; required?: boolean }>;

/** Holds when the reader of the kernel accepts the value; its own words say what was expected. */
function readable(name: string, read: (value: unknown) => unknown, expected: string): PropertyDecorator {
  return (target, propertyName) => {
    const options: ValidationOptions = { message: `must be ${expected}` };
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options,
      validator: { validate: (value: unknown) => accepts(read, value) },
    });
  };
}

/** Holds when somebody would see something of the text. */
const seen: PropertyDecorator = (target, propertyName) =>
  registerDecorator({
    name: 'isSeen',
    target: target.constructor,
    propertyName: String(propertyName),
    options: { message: 'must be a text that can be seen, not blanks alone' },
    validator: { validate: (value: unknown) => !isBlank(value) },
  });

function accepts(read: (value: unknown) => unknown, value: unknown): boolean {
  try {
    read(value);
    return true;
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}

function documented(
  options: Options,
  schema: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const required = options.required ?? true;
  return applyDecorators(
    ApiProperty({ ...schema, ...options, required } as ApiPropertyOptions),
    ...(required ? [] : [IsOptional()]),
    ...checks,
  );
}

export const Baht = (options: Options): PropertyDecorator =>
  documented(
    { example: '15033400.00', ...options },
    { type: String, format: 'baht', pattern: '^-?\\d+(\\.\\d{1,2})?$' },
    readable(
      'isBaht',
      parseBaht,
      'a decimal string in baht with at most two decimals, such as "15033400.00"',
    ),
  );

export const CivilDateField = (options: Options): PropertyDecorator =>
  documented(
    { example: '2025-12-30', ...options },
    { type: String, format: 'date' },
    readable('isCivilDate', parseCivilDate, 'a date YYYY-MM-DD in the Christian era, such as 2025-12-30'),
  );

/**
 * A free object, checked where it is used, just as it was given: otherwise members that are called as those of all objects
 * (`toString`) would be left out in silence instead of refused.
 */
export const AsGiven: PropertyDecorator = Transform(
  ({ obj, key }: { obj: Readonly<Record<string, unknown>>; key: string }) => obj[key],
);

/** One spelling, however it was typed: two codes that look alike must not be two, and a text is found again. */
const OneSpelling = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? oneSpelling(value) : value,
);

export const CodeField = (options: Options): PropertyDecorator =>
  documented(
    options,
    { type: String, maxLength: 64 },
    OneSpelling,
    readable('isCode', parseCode, 'a code of up to 64 letters, digits and . _ / ( ) -'),
  );

/** A field for codes that become part of a stream name, as they are read. */
const nameField =
  (rule: string, read: (value: unknown) => unknown, but = '') =>
  (options: Options): PropertyDecorator =>
    documented(
      options,
      { type: String, maxLength: 32 },
      OneSpelling,
      readable(rule, read, `a code of up to 32 letters, digits, _ and -${but}`),
    );

/** A code that becomes part of a stream name. */
export const NameField = nameField('isName', parseNamePart);

/** The code of a project that is begun. */
export const ProjectCodeField = nameField(
  'isProjectCode',
  parseProjectCode,
  ' other than TOTAL, as reports call the sum of all projects',
);

/** The code of a quarterly report, which questions name as a moment. */
export const ReportCodeField = nameField(
  'isReportCode',
  parseReportCode,
  ' that is no moment by itself, as a date, a number and "now" are',
);

/** Throws a refusal for what is no code, and for a code that would hide the moment that it reads as. */
function parseReportCode(given: unknown): void {
  const code = parseNamePart(given);
  if (isMoment(code)) throw new RefusalError(refusal('invalid', 'code-malformed', `${code} is a moment.`));
}

export const FiscalYearField = (options: Options): PropertyDecorator =>
  documented(
    { example: 2569, ...options },
    { type: 'integer', minimum: 1900, maximum: 2999 },
    readable(
      'isFiscalYear',
      parseFiscalYear,
      'a year of four digits as the organisation writes it, such as 2569',
    ),
  );

export const TextField = (options: Options & { maxLength?: number }): PropertyDecorator => {
  const maxLength = options.maxLength ?? 2000;
  return documented(
    options,
    { type: String, maxLength },
    OneSpelling,
    MaxLength(maxLength, { message: `must be text of at most ${maxLength} characters` }),
  );
};

/** What people call something by. */
export const TitleField = (options: Options & { maxLength?: number }): PropertyDecorator =>
  applyDecorators(TextField(options), seen);

export const CountField = (options: Options): PropertyDecorator =>
  documented(
    { example: 1, ...options },
    { type: 'integer', minimum: 1, maximum: 1_000_000 },
    IsInt({ message: 'must be a whole number' }),
    Min(1, { message: 'must be 1 or more' }),
    Max(1_000_000, { message: 'must be at most 1000000' }),
  );

export const FlagField = (options: Options): PropertyDecorator =>
  documented(
    { example: true, ...options },
    { type: Boolean },
    IsBoolean({ message: 'must be true or false' }),
  );

export const QuantityField = (options: Options): PropertyDecorator =>
  documented(
    { example: '12', ...options },
    { type: String, pattern: '^\\d+(\\.\\d{1,4})?$' },
    readable(
      'isQuantity',
      parseQuantity,
      'a decimal string with at most four decimals, such as "12" or "0.5"',
    ),
  );

const matching = (options: Options, pattern: string, expected: string): PropertyDecorator =>
  documented(
    options,
    { type: String, pattern },
    Matches(new RegExp(pattern, 'u'), { message: `must be ${expected}` }),
  );

export const CurrencyField = (options: Options): PropertyDecorator =>
  matching({ example: 'USD', ...options }, '^[A-Z]{3}$', 'a currency code of three letters, such as USD');

export const ForeignAmountField = (options: Options): PropertyDecorator =>
  matching(
    { example: '1000.00', ...options },
    '^(?:0|[1-9]\\d{0,10})(\\.\\d{1,4})?$',
    'a decimal string with at most four decimals, such as "1000.00"',
  );

export const RateField = (options: Options): PropertyDecorator =>
  matching(
    { example: '35.1234', ...options },
    '^(?:0|[1-9]\\d{0,6})(\\.\\d{1,8})?$',
    'baht for one unit with at most eight decimals, such as "35.1234"',
  );

/** Whoever posts or approves, as the header Obligo-Actor names them. */
export const PersonField = (options: Options): PropertyDecorator =>
  matching(
    { ...options },
    '^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .@_:/-]{0,62}$',
    'a name of up to 63 letters, digits, spaces and . @ _ : / -',
  );

export const PeriodField = (options: Options): PropertyDecorator =>
  matching(
    { example: '2025-11', ...options },
    '^(?:\\d{4}-(?:0[1-9]|1[0-2])|Q[1-4]|year)$',
    'a month YYYY-MM, Q1 to Q4, or year',
  );

export const FigureField = (options: Options): PropertyDecorator =>
  documented(
    { example: '1805', ...options },
    { type: String, pattern: '^\\d+(\\.\\d+)?$', maxLength: 21 },
    Matches(/^(?:0|[1-9]\d*)(?:\.\d+)?$/, {
      message: 'must be a decimal string without sign, such as "99.67"',
    }),
    MaxLength(21),
  );

export const MonthField = (options: Options): PropertyDecorator =>
  documented(
    { example: '2026-02', ...options },
    { type: String, pattern: '^\\d{4}-\\d{2}$' },
    Matches(/^\d{4}-(?:0[1-9]|1[0-2])$/, { message: 'must be a month YYYY-MM' }),
  );

export const ChoiceField = (options: Options & { choices: readonly string[] }): PropertyDecorator => {
  const { choices, ...rest } = options;
  return documented(
    { example: choices[0], ...rest },
    { type: String, enum: [...choices] },
    Matches(
      new RegExp(`^(?:${choices.map((choice) => choice.replaceAll(/[^a-zA-Z0-9_-]/g, '\\$&')).join('|')})$`),
      {
        message: `must be one of ${choices.join(', ')}`,
      },
    ),
  );
};

export const QuarterField = (options: Options): PropertyDecorator =>
  ChoiceField({ ...options, choices: QUARTERS });
