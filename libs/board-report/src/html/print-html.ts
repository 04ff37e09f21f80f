import type { BoardReport } from '../model.ts';
import type { FrozenOrigin } from '../origin.ts';
import { printMoment } from '../printed.ts';
import { wordsOf } from '../words.ts';
import { Html, html } from './escape.ts';
import { paperCss, reportCss } from './report-css.ts';
import { reportHtml } from './report-html.ts';

/** What a printed report looks like beside its figures. */
export interface PrintLook {
  /** `@font-face` rules with the fonts in them: nothing is fetched. */
  readonly fonts: string;
  /** Colour of the organisation, such as `#1864ab`. */
  readonly colour: string;
  /** Stands across each page, such as «ร่าง»; nothing when absent. */
  readonly watermark?: string | undefined;
}

/** The report as a document of its own, ready to be printed: nothing in it needs a network. */
export function printHtml(report: BoardReport, look: PrintLook, frozen?: FrozenOrigin): string {
  const words = wordsOf(report.language);
  const paper = paperCss(footOf(report, frozen), words.page);
  const colour = /^#[0-9a-fA-F]{6}$/.test(look.colour) ? look.colour : '#1864ab';
  const own = `body{margin:0}.board-report{--report-colour:${colour}}.watermark{position:fixed;inset:0;display:grid;place-items:center;font:700 90pt Sarabun;color:#00000014;transform:rotate(-24deg)}`;
  const styles = new Html(`<style>${look.fonts}${reportCss}${paper}${own}</style>`);
  const mark =
    look.watermark === undefined
      ? undefined
      : html`<div class="watermark" aria-hidden="true">${look.watermark}</div>`;
  return html`<!doctype html>
    <html lang="${report.language}">
      <head>
        <meta charset="utf-8" />
        <title>${report.title}</title>
        ${styles}
      </head>
      <body>
        ${mark}${new Html(reportHtml(report, frozen))}
      </body>
    </html>`.text;
}

/** Unit, moment and what the report can be told by, for the foot of every page. */
export function footOf(
  { number, language, origin }: BoardReport,
  frozen: Pick<FrozenOrigin, 'digest'> | undefined,
): string {
  const words = wordsOf(language);
  const moment =
    origin.bookedAt === undefined ? '' : `${words.knownAt} ${printMoment(origin.bookedAt, language)} · `;
  const own =
    number === undefined || frozen === undefined
      ? words.draft
      : `${words.number} ${number} · SHA-256 ${frozen.digest.slice(0, 16)}`;
  return `${words.inUnit} : ${words.million} · ${moment}${words.position} ${origin.position} · ${own}`;
}
