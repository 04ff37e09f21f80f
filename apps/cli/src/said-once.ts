import type { Command } from 'commander';

/**
 * Ends a command line that says one flag with two values, such as two amounts: the last would count, and nobody would be told.
 * Said twice with the same value, as by an alias, it stands.
 */
export function mustBeSaidOnce(command: Command): void {
  const said = new Map<string, string>();
  for (const option of command.options) {
    if (option.variadic || option.long === undefined) continue;
    const flag = option.long;
    command.on(`option:${option.name()}`, (value: string | null | undefined) => {
      const other = said.get(flag);
      if (other !== undefined && other !== (value ?? '')) {
        command.error(`error: option '${flag}' is given twice, with different values; expected it once`);
      }
      said.set(flag, value ?? '');
    });
  }
}
