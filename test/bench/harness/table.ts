import type { Figure } from './figure.ts';
import { digits } from './statistics.ts';

const HEAD = ['work', 'unit', 'ours', 'lowest–highest', 'ceiling', 'ratio', 'target', 'met'];

/** Our figures with what the ceiling gave beside them, as a Markdown table. */
export const figuresTable = (figures: readonly Figure[]): string => table(HEAD, figures.map(cellsOf));

const cellsOf = (figure: Figure): string[] => [
  figure.name,
  figure.unit,
  shown(figure.value),
  figure.spread === null ? '' : figure.spread.map(digits).join('–'),
  figure.baseline === null ? '' : digits(figure.baseline),
  figure.ratio === null ? '' : digits(figure.ratio),
  figure.target ?? '',
  verdict(figure),
];

const shown = (value: number | null): string => (value === null ? 'not measured' : digits(value));

function verdict({ met, missedByMoreThanNoise }: Figure): string {
  if (met === null) return '';
  if (met) return 'yes';
  return missedByMoreThanNoise ? 'NO' : 'no, within the noise';
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}
