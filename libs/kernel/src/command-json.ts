import type { CommandForm, CommandJson } from './decider.ts';
import { plainJson } from './plain-json.ts';
import { formatBaht, parseBaht, type Satang } from './money.ts';

/** The form in the log of commands that hold amounts under these names, and nothing else that JSON does not keep. */
export function withAmounts<Command extends object>(...names: readonly string[]): CommandForm<Command> {
  const changed = (json: CommandJson, change: (value: unknown) => unknown): CommandJson =>
    Object.fromEntries(
      Object.entries(json).map(([name, value]) => [name, names.includes(name) ? change(value) : value]),
    );
  return {
    encode: (command) => changed(plainJson(command) as CommandJson, (amount) => formatBaht(amount as Satang)),
    decode: (json) => changed(json, parseBaht) as Command,
  };
}

/** The form of a command in the log; JSON as it is where its decider names none. */
export const formOf = <Command extends object>({
  json,
}: {
  readonly json?: CommandForm<Command>;
}): CommandForm<Command> => json ?? withAmounts<Command>();
