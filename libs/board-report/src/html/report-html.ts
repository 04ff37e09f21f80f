import { printDay } from '#kernel';
import type { Block, BoardReport, Cell, Page, ReportTable } from '../model.ts';
import { printCell, printMoment } from '../printed.ts';
import { type FrozenOrigin, originFacts } from '../origin.ts';
import { STATUS_SHAPES, wordsOf } from '../words.ts';
import { chartDefinitions, chartSvg, legendOf } from './chart-svg.ts';
import { Html, html } from './escape.ts';

/** The report as HTML: the same on screen and in print. Every figure is a link to its explanation. */
export function reportHtml(report: BoardReport, frozen?: FrozenOrigin): string {
  const { language, organisation, title, fiscalYear, asOf, number } = report;
  const words = wordsOf(language);
  const lines = [
    words.fiscalYear(fiscalYear, organisation.era),
    ...(asOf === undefined ? [] : [`${words.asOf} ${printDay(asOf, language)}`]),
    number === undefined ? words.draft : `${words.number} ${number}`,
  ];
  const pages = report.pages.map((page) => pageHtml(page, report));
  return html`<article class="board-report" lang="${language}" data-report="${number ?? 'draft'}">
    ${chartDefinitions}
    <header class="report-head">
      <p class="report-organisation">${organisation.name}</p>
      <h1 class="report-title">${title}</h1>
      <p>${lines.join(' · ')}</p>
    </header>
    ${pages}${originHtml(report, frozen)}
  </article>`.text;
}

function pageHtml({ id, title, blocks }: Page, report: BoardReport): Html {
  return html`<section class="report-page" id="page-${id}" aria-labelledby="heading-${id}">
    <h2 class="report-heading" id="heading-${id}">${title}</h2>
    ${blocks.map((block) => blockHtml(block, report))}
  </section>`;
}

function blockHtml(block: Block, report: BoardReport): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<div class="report-text">
        ${block.heading === undefined ? undefined : html`<h3 class="report-subheading">${block.heading}</h3>`}
        <p>${block.text}</p>
      </div>`;
    case 'facts':
      return html`<dl class="report-facts">
        ${block.facts.map(
          ({ name, cell }) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${cellHtml(cell, report)}</dd>
            </div>`,
        )}
      </dl>`;
    case 'notes':
      return html`<ul class="report-notes">
        ${block.notes.map((note) => html`<li>${note}</li>`)}
      </ul>`;
    case 'chart':
      return html`<figure class="report-chart" data-shape="${block.shape}">
        <figcaption>${block.title}<span>${block.description}</span></figcaption>
        ${legendOf(block)}${chartSvg(block)}
      </figure>`;
    case 'table':
      return tableHtml(block, report);
  }
}

function tableHtml({ id, caption, unit, columns, rows }: ReportTable, report: BoardReport): Html {
  const { language, origin } = report;
  const words = wordsOf(language);
  const known =
    origin.bookedAt === undefined ? '' : ` · ${words.knownAt} ${printMoment(origin.bookedAt, language)}`;
  const said = `${unit === undefined ? '' : ` · ${words.inUnit} : ${unit}`}${known} · ${words.position} ${origin.position}`;
  const body = rows.map(
    ({ key, total, cells }) =>
      html`<tr${new Html(total === true ? ' class="report-total"' : '')}>${cells.map((cell, index) => {
        const column = columns[index];
        const place = `${id}/${key}/${column?.key ?? ''}`;
        const content = cellHtml(cell, report);
        const side = column?.align ?? 'left';
        return index === 0
          ? html`<th scope="row" data-cell="${place}" class="${side}">${content}</th>`
          : html`<td data-cell="${place}" class="${side}">${content}</td>`;
      })}</tr>`,
  );
  const widths = columns.map(({ width }) => html`<col width="${String(width)}%" />`);
  const heads = columns.map(({ title, align }) => html`<th scope="col" class="${align}">${title}</th>`);
  return html`<div class="report-scroll" role="region" aria-label="${caption}" tabindex="0">
    <table id="table-${id}">
      <caption>
        <strong>${caption}</strong
        >${said}
      </caption>
      <colgroup>
        ${widths}
      </colgroup>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}

function cellHtml(cell: Cell, report: BoardReport): Html {
  const printed = printCell(cell, report.language);
  if (cell.kind === 'status' && cell.status !== undefined) {
    const word = wordsOf(report.language).statuses[cell.status];
    return html`<span class="report-status" data-status="${cell.status}"
      ><span aria-hidden="true">${STATUS_SHAPES[cell.status]}</span> ${word}</span
    >`;
  }
  if (cell.kind !== 'amount' || cell.baht === undefined) return html`${printed}`;
  const address = JSON.stringify({ kind: 'cell', ...cell.of });
  return html`<a data-figure="${address}" data-baht="${cell.baht}" href="${explanationOf(cell.of, report)}"
    >${printed}</a
  >`;
}

/** Where the explanation of a figure is, as it was known. */
function explanationOf(of: object, { origin, fiscalYear, language }: BoardReport): string {
  const asked = new URLSearchParams({
    explain: JSON.stringify(of),
    known: JSON.stringify(origin.position),
    ...(language === 'en' ? { lang: 'en' } : {}),
  });
  const base = /^https?:\/\//.test(origin.address) ? new URL(origin.address).origin : '';
  return `${base}/fy/${fiscalYear}?${asked.toString()}`;
}

function originHtml(report: BoardReport, frozen: FrozenOrigin | undefined): Html {
  const words = wordsOf(report.language);
  const facts = originFacts(report, frozen).map(
    ({ name, value }) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  const code =
    frozen === undefined ? undefined : html`<div class="report-code">${new Html(frozen.code)}</div>`;
  return html`<section class="report-origin" aria-labelledby="heading-origin">
    <h2 class="report-heading" id="heading-origin">${words.origin}</h2>
    ${code}
    <dl>${facts}</dl>
  </section>`;
}

/** The markup with its headings so many levels deeper, for a page that has headings above them. */
export const withDeeperHeadings = (markup: string, levels = 1): string =>
  markup.replace(
    /<(\/?)h([1-5])\b/g,
    (_, close: string, level: string) => `<${close}h${Number(level) + levels}`,
  );
