import { parseBaht } from '#kernel';
import type { Chart, ChartPoint } from '../model.ts';
import { printMillion } from '../printed.ts';
import { type Html, html } from './escape.ts';

/** Amounts in satang as whole numbers; only lengths on the page are made of them. */
type Extent = readonly [plan: bigint, disbursed: bigint, committed: bigint];

const satangOf = (baht: string | undefined): bigint => (baht === undefined ? 0n : BigInt(parseBaht(baht)));
const extentOf = ({ plan, disbursed, committed }: ChartPoint): Extent => [
  satangOf(plan),
  satangOf(disbursed),
  satangOf(committed),
];

/** Where zero lies and how long an amount is; the axis always holds zero. */
interface Scale {
  readonly zero: number;
  readonly length: (satang: bigint) => number;
}

function scaleOf(extents: readonly Extent[], pixels: number): Scale {
  const ends = extents.flatMap(([plan, disbursed, committed]) => {
    const last = disbursed + committed;
    return [plan, disbursed, last];
  });
  const most = ends.reduce((max, end) => (end > max ? end : max), 1n);
  const least = ends.reduce((min, end) => (end < min ? end : min), 0n);
  const length = (satang: bigint) => Number((satang * BigInt(pixels * 10)) / (most - least)) / 10;
  return { zero: length(-least), length };
}

/** The hatching of committed amounts, once in a document. */
export const chartDefinitions = html`<svg width="0" height="0" class="chart-definitions" aria-hidden="true">
  <defs>
    <pattern
      id="committed-hatch"
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="5" height="5" class="chart-paper" />
      <line x1="0" y1="0" x2="0" y2="5" class="chart-hatch" />
    </pattern>
  </defs>
</svg>`;

/** The chart as a picture; the table beside it says the same in figures. */
export function chartSvg(chart: Chart): Html {
  const { id, title, description } = chart;
  const { width, height, content } = chart.shape === 'bars' ? barsOf(chart) : columnsOf(chart);
  const box = `0 0 ${width} ${height}`;
  return html`<svg role="img" aria-labelledby="${id}-title ${id}-description" viewBox="${box}" class="chart">
    <title id="${id}-title">${title}</title>
    <desc id="${id}-description">${description}: ${saidOf(chart)}</desc>
    ${content}
  </svg>`;
}

const saidOf = ({ points, legend }: Chart): string =>
  points
    .map(({ label, plan, disbursed, committed }) => {
      const [planName, disbursedName, committedName] = legend;
      const said = (name: string, baht: string | undefined) =>
        baht === undefined ? [] : [`${name} ${printMillion(baht)}`];
      const all = [
        ...said(planName, plan),
        ...said(disbursedName, disbursed),
        ...said(committedName, committed),
      ];
      return `${label}: ${all.join(', ')}`;
    })
    .join('; ');

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly content: readonly Html[];
}

const n = (value: number): string => value.toFixed(1);

function barsOf({ points }: Chart): Drawn {
  const [left, right, step] = [46, 720, 22];
  const extents = points.map(extentOf);
  const { zero, length } = scaleOf(extents, right - left);
  const content = points.map(({ label }, index) => {
    const [plan, disbursed, committed] = extents[index] ?? [0n, 0n, 0n];
    const y = index * step + 4;
    const x = left + zero;
    const bar = (from: bigint, amount: bigint, top: number, thick: number, look: string) =>
      html`<rect
        x="${n(x + Math.min(length(from), length(from + amount)))}"
        y="${n(top)}"
        width="${n(Math.abs(length(amount)))}"
        height="${n(thick)}"
        class="${look}"
      />`;
    return html`<text x="${String(left - 6)}" y="${String(y + 11)}" text-anchor="end">${label}</text
      >${bar(0n, plan, y, 16, 'chart-plan')}${bar(0n, disbursed, y + 3, 10, 'chart-disbursed')}${bar(disbursed, committed, y + 3, 10, 'chart-committed')}`;
  });
  const axis = html`<line
    x1="${n(left + zero)}"
    x2="${n(left + zero)}"
    y1="0"
    y2="${String(points.length * step + 2)}"
    class="chart-axis"
  />`;
  return { width: 740, height: points.length * step + 4, content: [...content, axis] };
}

function columnsOf({ points }: Chart): Drawn {
  const [top, tall, step] = [4, 150, 120];
  const extents = points.map(extentOf);
  const { zero, length } = scaleOf(extents, tall);
  const base = top + tall - zero;
  const content = points.map(({ label }, index) => {
    const [plan, disbursed, committed] = extents[index] ?? [0n, 0n, 0n];
    const x = index * step + 20;
    const bar = (from: bigint, amount: bigint, start: number, thick: number, look: string) =>
      html`<rect
        x="${n(start)}"
        y="${n(base - Math.max(length(from), length(from + amount)))}"
        width="${n(thick)}"
        height="${n(Math.abs(length(amount)))}"
        class="${look}"
      />`;
    return html`<text x="${String(x + 40)}" y="${String(top + tall + 16)}" text-anchor="middle">${label}</text
      >${bar(0n, plan, x, 80, 'chart-plan')}${bar(0n, disbursed, x + 16, 48, 'chart-disbursed')}${bar(disbursed, committed, x + 16, 48, 'chart-committed')}`;
  });
  const width = points.length * step + 8;
  const axis = html`<line x1="0" x2="${String(width)}" y1="${n(base)}" y2="${n(base)}" class="chart-axis" />`;
  return { width, height: top + tall + 22, content: [...content, axis] };
}

/** What the looks of the chart mean. */
export function legendOf({ legend: [plan, disbursed, committed] }: Chart): Html {
  const key = (look: string, name: string) =>
    html`<li>
      <svg aria-hidden="true" viewBox="0 0 18 12">
        <rect x="1" y="1" width="16" height="10" class="${look}" /></svg
      >${name}
    </li>`;
  return html`<ul class="chart-legend">
    ${key('chart-plan', plan)}${key('chart-disbursed', disbursed)}${key('chart-committed', committed)}
  </ul>`;
}
