import type pptxgen from 'pptxgenjs';
import { formatMillionBaht, parseBaht } from '#kernel';
import { footOf } from '../html/print-html.ts';
import type { Block, BoardReport, Chart, Page, ReportTable } from '../model.ts';
import { type FrozenOrigin, originFacts } from '../origin.ts';
import { printCell } from '../printed.ts';
import { hatched } from './hatched-charts.ts';

/** How slides of the organisation look. */
export interface SlideMaster {
  /** Stands on each slide. */
  readonly name: string;
  /** Such as `#1864ab`. */
  readonly colour: string;
  /** A PNG or JPEG picture. */
  readonly logo?: { readonly type: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array } | undefined;
}

type Presentation = InstanceType<typeof pptxgen.default>;
type Slide = ReturnType<Presentation['addSlide']>;

const FONT = 'Sarabun';
const MASTER = 'BOARD';
const [WIDTH, LEFT] = [13.33, 0.4];
const [PLAN, DISBURSED, COMMITTED] = ['FFFFFF', '343A40', 'ADB5BD'];

/** The report as slides: native tables and charts, one slide a page; the notes hold where the figures come from. */
export async function reportSlides(
  report: BoardReport,
  master: SlideMaster,
  frozen?: Pick<FrozenOrigin, 'digest'>,
): Promise<Uint8Array> {
  const presentation = await newPresentation();
  presentation.layout = 'LAYOUT_WIDE';
  presentation.title = report.title;
  presentation.company = report.organisation.name;
  presentation.theme = { headFontFace: FONT, bodyFontFace: FONT };
  defineMaster(presentation, master, footOf(report, frozen));
  const receipt = originFacts(report, frozen)
    .map(({ name, value }) => `${name}: ${value}`)
    .join('\n');
  for (const page of report.pages) addSlide(presentation, page, report, receipt);
  const written = await presentation.write({ outputType: 'uint8array', compression: true });
  return hatched(written as Uint8Array);
}

/** Loaded with the first slides: a service that starts needs none. */
async function newPresentation(): Promise<Presentation> {
  const loaded = await import('pptxgenjs');
  // The module is the class itself; its types take it for CommonJS, where the class would lie deeper.
  const Presentation = loaded.default as unknown as typeof pptxgen.default;
  return new Presentation();
}

function defineMaster(presentation: Presentation, { name, colour, logo }: SlideMaster, foot: string): void {
  const own = colour.replace('#', '');
  const picture =
    logo === undefined
      ? []
      : [
          {
            image: {
              data: `${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}`,
              x: WIDTH - 1.1,
              y: 0.1,
              w: 0.7,
              h: 0.7,
            },
          },
        ];
  presentation.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: WIDTH, h: 0.08, fill: { color: own } } },
      {
        text: {
          text: name,
          options: { x: LEFT, y: 0.12, w: 9, h: 0.3, fontSize: 10, color: own, fontFace: FONT },
        },
      },
      ...picture,
      {
        text: {
          text: foot,
          options: { x: LEFT, y: 7.12, w: 11.4, h: 0.3, fontSize: 8, color: '495057', fontFace: FONT },
        },
      },
    ],
    slideNumber: { x: WIDTH - 0.8, y: 7.12, w: 0.5, h: 0.3, fontSize: 8, color: '495057', fontFace: FONT },
  });
}

function addSlide(presentation: Presentation, page: Page, report: BoardReport, receipt: string): void {
  const slide = presentation.addSlide({ masterName: MASTER });
  slide.addText(page.title, {
    x: LEFT,
    y: 0.4,
    w: WIDTH - 1.8,
    h: 0.5,
    fontSize: 18,
    bold: true,
    fontFace: FONT,
    lang: report.language === 'th' ? 'th-TH' : 'en-GB',
    fit: 'shrink',
  });
  const table = page.blocks.find((block) => block.kind === 'table');
  const chart = page.blocks.find((block) => block.kind === 'chart');
  if (table) addTable(slide, table, report, chart === undefined);
  if (chart) addChart(presentation, slide, chart, table?.rows.length ?? 0);
  slide.addNotes([...page.blocks.flatMap((block) => saidIn(block, report)), receipt].join('\n\n'));
}

/** What does not fit a slide stands in its notes. */
function saidIn(block: Block, report: BoardReport): string[] {
  if (block.kind === 'paragraph') return [`${block.heading ?? ''}\n${block.text}`.trim()];
  if (block.kind === 'notes') return [...block.notes];
  if (block.kind !== 'facts') return [];
  return block.facts.map(({ name, cell }) => `${name}: ${printCell(cell, report.language)}`);
}

function addTable(slide: Slide, table: ReportTable, report: BoardReport, alone: boolean): void {
  const width = WIDTH - 2 * LEFT;
  const all = table.columns.reduce((sum, column) => sum + column.width, 0);
  const caption = table.unit === undefined ? table.caption : `${table.caption} (${table.unit})`;
  slide.addText(caption, { x: LEFT, y: 0.9, w: width, h: 0.3, fontSize: 11, fontFace: FONT });
  const heads = table.columns.map(({ title, align }) => ({
    text: title,
    options: { bold: true, align, fill: { color: 'F1F3F5' } },
  }));
  const rows = table.rows.map((row) =>
    row.cells.map((cell, index) => ({
      text: printCell(cell, report.language),
      options: { bold: row.total === true, align: table.columns[index]?.align ?? 'left' },
    })),
  );
  const small = rows.length > 8 || table.columns.length > 10;
  slide.addTable([heads, ...rows], {
    x: LEFT,
    y: 1.22,
    w: width,
    colW: table.columns.map((column) => (column.width / all) * width),
    fontSize: small ? 8.5 : 11,
    fontFace: FONT,
    border: { type: 'solid', pt: 0.5, color: 'CED4DA' },
    margin: 0.04,
    ...(alone ? {} : { rowH: small ? 0.24 : 0.32 }),
    objectName: table.id,
  });
}

function addChart(presentation: Presentation, slide: Slide, chart: Chart, rows: number): void {
  const labels = chart.points.map(({ label }) => label);
  const seriesOf = (name: string, part: 'plan' | 'disbursed' | 'committed') => ({
    name,
    labels,
    // Charts of slides know doubles only; the table beside it has the exact figures.
    values: chart.points.map((point) => Number(formatMillionBaht(parseBaht(point[part] ?? '0')))),
  });
  const [plan, disbursed, committed] = chart.legend;
  const series = [seriesOf(plan, 'plan'), seriesOf(disbursed, 'disbursed'), seriesOf(committed, 'committed')];
  const top = Math.min(5.2, 1.4 + (rows + 1) * (rows > 8 ? 0.3 : 0.4));
  slide.addChart(presentation.ChartType.bar, series, {
    x: LEFT,
    y: top,
    w: WIDTH - 2 * LEFT,
    h: 7.05 - top,
    barDir: 'col',
    barGrouping: 'clustered',
    chartColors: [PLAN, DISBURSED, COMMITTED],
    showLegend: true,
    legendPos: 'r',
    legendFontFace: FONT,
    showTitle: true,
    title: chart.title,
    titleFontFace: FONT,
    titleFontSize: 12,
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 9,
    valAxisLabelFontSize: 9,
    valAxisLabelFormatCode: '#,##0',
    valGridLine: { style: 'none' },
    altText: `${chart.title}. ${chart.description}`,
    objectName: chart.id,
  });
}
