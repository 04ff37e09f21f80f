import type { Command } from 'commander';

/** The command of a noun, made at its first verb. */
export function nounOf(program: Command, noun: string): Command {
  const known = program.commands.find((command) => command.name() === noun);
  return known ?? program.command(noun).description(`what can be done with a ${noun.replaceAll('-', ' ')}`);
}
