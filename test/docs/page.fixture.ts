import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export const pageOf = (name: string): string => readFileSync(path.join(ROOT, 'docs', name), 'utf8');

/** A command line of a page with the output that the page shows. */
export interface Step {
  readonly command: string;
  readonly shown: readonly string[];
}

/** The command lines in the blocks of a page that show a console: each begins with `$ ` and may go on over lines. */
export function stepsOf(page: string): Step[] {
  return [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap((block) => stepsIn(block[1]!));
}

function stepsIn(block: string): Step[] {
  const steps: { command: string; shown: string[] }[] = [];
  for (const line of block.trimEnd().split('\n')) {
    const last = steps.at(-1);
    if (last?.shown.length === 0 && goesOn(last.command)) last.command += `\n${line}`;
    else if (line.startsWith('$ ')) steps.push({ command: line.slice(2), shown: [] });
    else if (last) last.shown.push(line);
    else throw new Error(`the block begins with output: ${line}`);
  }
  return steps;
}

const goesOn = (command: string): boolean =>
  command.endsWith('\\') || (command.match(/'/g) ?? []).length % 2 === 1;

/** The words of a command line as a shell makes them, of the little shell that the pages use. */
export function wordsOf(command: string, variables: ReadonlyMap<string, string>): string[] {
  const words: string[] = [];
  let word: string | undefined;
  const end = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const parts =
    /'(?<raw>[^']*)'|"(?<soft>[^"$]*)"|(?<space>(?:\s|\\\n)+)|\$(?<name>[A-Z]\w*)|(?<plain>[^\s'"\\$]+)/y;
  while (parts.lastIndex < command.length) {
    const at = parts.lastIndex;
    const found = parts.exec(command)?.groups;
    if (!found) throw new Error(`this is no command line of the pages: ${command.slice(at)}`);
    const { name, space, raw, soft, plain } = found;
    if (space !== undefined) end();
    else if (name !== undefined) words.push(...valueOf(name, variables).split(' '));
    else word = (word ?? '') + (raw ?? soft ?? plain ?? '');
  }
  end();
  return words;
}

function valueOf(name: string, variables: ReadonlyMap<string, string>): string {
  const value = variables.get(name);
  if (value === undefined) throw new Error(`the page uses $${name} before it says what it is`);
  return value;
}

/** What the output must look like: `…` stands for what varies in a line, or alone for lines that are left out. */
export function patternOf(shown: readonly string[]): RegExp {
  const lines = shown.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}\\n`,
  );
  return new RegExp(`^${lines.join('')}$`);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A row of a table of a page: cells by the heading of their column. */
export type Row = Readonly<Record<string, string>>;

/** The rows of the tables whose first column has this heading. */
export function rowsOf(page: string, first: string): Row[] {
  const tables = page.match(/(?:^\|.*\|\n)+/gm) ?? [];
  return tables.flatMap((table) => {
    const [headings = [], , ...rows] = table.trimEnd().split('\n').map(cellsOf);
    if (headings[0] !== first) return [];
    return rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));
  });
}

const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

/** What stands in code in a cell. */
export const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
