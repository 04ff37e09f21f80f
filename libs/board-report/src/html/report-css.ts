/** How the report looks, on screen and in print; all of it under `.board-report`. */
export const reportCss = `
.board-report { font-family: Sarabun, 'Noto Sans Thai', sans-serif; font-size: 0.875rem; line-height: 1.5; font-variant-numeric: tabular-nums; color: #1a1a1a; background: #fff; overflow-wrap: break-word; }
.board-report .report-title { font-size: 1.25rem; margin: 0; }
.board-report .report-heading { font-size: 1.1rem; margin: 0 0 0.5rem; }
.board-report .report-subheading { font-size: 0.95rem; margin: 0; }
.board-report p { margin: 0; }
.board-report .report-head { border-bottom: 3px solid var(--report-colour, #1864ab); padding-bottom: 0.5rem; margin-bottom: 1rem; }
.board-report .report-organisation { color: var(--report-colour, #1864ab); font-weight: 700; }
.board-report .report-page { margin-bottom: 2rem; }
.board-report .report-scroll { overflow-x: auto; }
.board-report table { border-collapse: collapse; width: 100%; min-width: 60rem; table-layout: fixed; }
.board-report caption { text-align: left; padding-bottom: 0.25rem; }
.board-report caption strong { font-weight: 700; }
.board-report th, .board-report td { padding: 0.2rem 0.35rem; vertical-align: top; border-bottom: 1px solid #ced4da; font-weight: 400; }
.board-report thead th { font-weight: 700; vertical-align: bottom; border-bottom: 2px solid #495057; background: #f1f3f5; }
.board-report .left { text-align: left; }
.board-report .right { text-align: right; }
.board-report .report-total th, .board-report .report-total td { font-weight: 700; border-top: 1px solid #495057; border-bottom: 3px double #495057; }
.board-report a { color: inherit; text-decoration: underline; text-decoration-color: #868e96; text-underline-offset: 0.15em; white-space: nowrap; }
.board-report a:hover { text-decoration-thickness: 2px; }
.board-report .report-notes { margin: 0.4rem 0 0.8rem; padding-left: 1.1rem; font-size: 0.8rem; color: #495057; }
.board-report .report-facts, .board-report .report-origin dl { display: grid; gap: 0.15rem 1.5rem; margin: 0 0 0.6rem; }
.board-report .report-facts { grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); }
.board-report .report-origin div > dt { display: inline; font-weight: 700; }
.board-report .report-origin div > dt::after { content: ': '; }
.board-report .report-origin div > dd { display: inline; margin: 0; }
.board-report .report-facts dt { font-size: 0.8rem; color: #495057; }
.board-report .report-facts dd { margin: 0; font-weight: 700; }
.board-report .report-text { margin: 0.5rem 0; }
.board-report .report-text p { white-space: pre-line; }
.board-report .report-chart { margin: 0.8rem 0; max-width: 46rem; break-inside: avoid; }
.board-report .report-chart[data-shape='columns'] { max-width: 30rem; }
.board-report figcaption { font-weight: 700; }
.board-report figcaption span { display: block; font-weight: 400; font-size: 0.8rem; color: #495057; }
.board-report .chart-definitions { position: absolute; }
.board-report .chart { width: 100%; height: auto; font-size: 11px; }
.board-report .chart text { fill: #1a1a1a; }
.board-report .chart-plan { fill: none; stroke: #343a40; stroke-width: 1.2; }
.board-report .chart-disbursed { fill: #343a40; }
.board-report .chart-committed { fill: url(#committed-hatch); stroke: #343a40; stroke-width: 0.8; }
.board-report .chart-paper { fill: #fff; }
.board-report .chart-hatch { stroke: #343a40; stroke-width: 2; }
.board-report .chart-axis { stroke: #1a1a1a; stroke-width: 1; }
.board-report .chart-legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; list-style: none; margin: 0.2rem 0; padding: 0; font-size: 0.8rem; }
.board-report .chart-legend svg { width: 18px; height: 12px; margin-right: 0.3rem; }
.board-report .report-status { white-space: nowrap; }
.board-report .report-status[data-status='achieved'] { color: #1b6e33; }
.board-report .report-status[data-status='late'] { color: #a61e1e; }
.board-report .report-origin { border-top: 1px solid #868e96; padding-top: 0.5rem; font-size: 0.8rem; }
.board-report .report-code { float: right; width: 7rem; height: 7rem; margin-left: 1rem; }
.board-report .report-code svg { width: 100%; height: 100%; }
@media screen {
  .board-report tbody th { position: sticky; left: 0; background: #fff; }
}
@media print {
  .board-report { font-size: 9pt; }
  .board-report .report-title { font-size: 14pt; }
  .board-report .report-heading { font-size: 12pt; }
  /* Tone marks stand above their line: without room they would be cut off on to the page before. */
  .board-report .report-page { break-after: page; margin: 0; padding-top: 3mm; }
  .board-report .report-page:last-of-type { break-after: auto; }
  .board-report .report-scroll { overflow: visible; }
  .board-report table { min-width: 0; }
  .board-report thead { display: table-header-group; }
  .board-report tr { break-inside: avoid; }
  .board-report .report-heading, .board-report .report-subheading { break-after: avoid; }
  .board-report .report-text { orphans: 3; widows: 3; }
  .board-report .report-status { white-space: normal; }
  .board-report .report-origin { break-inside: avoid; }
}
`;

const quoted = (text: string): string => JSON.stringify(text.replaceAll(/[\\"\n]/g, ' '));

/** The paper: A4 across, with unit, moment and number in the foot of every page. */
export const paperCss = (foot: string, page: string): string => `
@page {
  size: A4 landscape;
  margin: 12mm 12mm 16mm;
  @bottom-left { content: ${quoted(foot)}; font-family: Sarabun, sans-serif; font-size: 7.5pt; color: #495057; white-space: pre-wrap; width: 80%; text-align: left; }
  @bottom-right { content: ${quoted(`${page} `)} counter(page) '/' counter(pages); font-family: Sarabun, sans-serif; font-size: 7.5pt; color: #495057; text-align: right; width: 20%; }
}
`;
