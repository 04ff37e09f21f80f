import {
  type CommandJson,
  formatBaht,
  formatQuantity,
  parseBaht,
  parseQuantity,
  plainJson,
  type Quantity,
  type Satang,
} from '#kernel';
import type { AccountCommand } from './commands.ts';

const MONEY = [
  'amount',
  'change',
  'disbursed',
  'committed',
  'spent',
  'returned',
  'released',
  'documentTotal',
];
const QUANTITY = ['quantity'];

/** For the log, and for documents that wait: amounts in baht and quantities as decimal strings. */
export function encodeCommand(command: AccountCommand): CommandJson {
  return converted(
    plainJson(command) as unknown as CommandJson,
    (amount) => formatBaht(amount as Satang),
    (quantity) => formatQuantity(quantity as Quantity),
  );
}

export function decodeCommand(json: CommandJson): AccountCommand {
  return converted(json, parseBaht, parseQuantity) as unknown as AccountCommand;
}

/** Converts amounts and quantities where a command has them: beside its other facts, by quarter, and in lists of amounts withheld. */
function converted(
  command: CommandJson,
  money: (value: unknown) => unknown,
  quantity: (value: unknown) => unknown,
): CommandJson {
  return Object.fromEntries(
    Object.entries(command).map(([name, value]) => {
      if (MONEY.includes(name)) return [name, money(value)];
      if (QUANTITY.includes(name)) return [name, quantity(value)];
      if (name === 'quarters') return [name, each(value as CommandJson, money)];
      if (name === 'withheld') {
        return [name, (value as CommandJson[]).map((held) => ({ ...held, amount: money(held['amount']) }))];
      }
      return [name, value];
    }),
  );
}

const each = (record: CommandJson, change: (value: unknown) => unknown): CommandJson =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
