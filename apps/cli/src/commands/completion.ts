import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { wrongUse } from '../settings.ts';
import { examples, type Run } from './question.ts';

/** A completion script for the nouns, verbs and flags of this version. */
export function addCompletion(program: Command, io: Io, run: Run): void {
  program
    .command('completion')
    .description('print a completion script')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText(
      'before',
      examples('obligo completion bash > ~/.local/share/bash-completion/completions/obligo'),
    )
    .action(
      run((shell: string) => {
        const paths = pathsOf(program, []);
        if (shell === 'bash') io.out(bash(paths));
        else if (shell === 'zsh') io.out(`autoload -U +X bashcompinit && bashcompinit\n${bash(paths)}`);
        else if (shell === 'fish') io.out(fish(paths));
        else throw wrongUse(`"${shell}" is not a shell that is known here; expected bash, zsh or fish.`);
        return Promise.resolve(EXIT.done);
      }),
    );
}

interface Path {
  readonly words: readonly string[];
  readonly next: readonly string[];
}

function pathsOf(command: Command, words: readonly string[]): Path[] {
  const flags = command.options.flatMap(({ long }) => long ?? []);
  const next = [...command.commands.map((child) => child.name()), ...flags, '--help'];
  return [{ words, next }, ...command.commands.flatMap((child) => pathsOf(child, [...words, child.name()]))];
}

const bash = (paths: readonly Path[]): string => `_obligo() {
  local words="\${COMP_WORDS[*]:1:COMP_CWORD-1}"
  case "\${words%% -*}" in
${paths.map(({ words, next }) => `    "${words.join(' ')}") COMPREPLY=($(compgen -W "${next.join(' ')}" -- "\${COMP_WORDS[COMP_CWORD]}")) ;;`).join('\n')}
  esac
}
complete -o default -F _obligo obligo
`;

const fish = (paths: readonly Path[]): string =>
  paths
    .map(({ words, next }) => {
      const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
      const condition = words.length === 0 ? '__fish_use_subcommand' : seen;
      return `complete -c obligo -n '${condition}' -a '${next.join(' ')}'\n`;
    })
    .join('');
