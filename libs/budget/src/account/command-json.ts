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

/** For the log, and for documents that wait: amounts in baht and quantities as decimal strings. */
export function encodeCommand(command: AccountCommand): CommandJson {
  return convert(
    plainJson(command) as unknown as Record<string, unknown>,
    (amount) => formatBaht(amount as Satang),
    (quantity) => formatQuantity(quantity as Quantity),
  );
}

export function decodeCommand(json: CommandJson): AccountCommand {
  return convert({ ...json }, parseBaht, parseQuantity) as unknown as AccountCommand;
}

/**
 * Converts amounts and quantities where a command has them: beside its other facts, by quarter, and in lists of amounts
 * withheld. The command is a copy that may be changed.
 */
function convert(
  command: Record<string, unknown>,
  money: (value: unknown) => unknown,
  quantity: (value: unknown) => unknown,
): CommandJson {
  const change = (name: string, by: (value: unknown) => unknown): void => {
    if (command[name] !== undefined) command[name] = by(command[name]);
  };
  for (const name of MONEY) change(name, money);
  change('quantity', quantity);
  change('quarters', (quarters) => each(quarters as CommandJson, money));
  change('withheld', (withheld) =>
    (withheld as CommandJson[]).map((held) => ({ ...held, amount: money(held['amount']) })),
  );
  return command;
}

const each = (record: CommandJson, change: (value: unknown) => unknown): CommandJson =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
