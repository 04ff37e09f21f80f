import { RefusalError } from '#kernel';
import { refuse } from '../http/refusals.ts';
import { findChromium, launchChromium } from './chromium.ts';

const TIMEOUT_MS = 60_000;
const MOST_WAITING = 8;

/** Prints HTML to PDF by a browser of the machine; one print at a time, since each takes a whole browser. */
export class PdfPrinter {
  readonly #program: string | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** `named` is the browser of the settings; one is looked for on the path when absent. */
  constructor(named: string | undefined, env: NodeJS.ProcessEnv = process.env) {
    this.#program = findChromium(named, env);
  }

  /** Whether there is a browser to print with. */
  get isReady(): boolean {
    return this.#program !== undefined;
  }

  /** A tagged PDF with an outline. Refuses with `chromium-missing`, `printer-busy` or `print-failed`. */
  async print(html: string): Promise<Uint8Array> {
    const program = this.#program;
    if (program === undefined) {
      throw refuse(
        'chromium-missing',
        'No PDF can be printed: expected Chromium or Chrome, named by OBLIGO_CHROMIUM or on the path.',
      );
    }
    if (this.#waiting >= MOST_WAITING) {
      throw refuse('printer-busy', `${this.#waiting} reports wait to be printed; try again later.`);
    }
    this.#waiting++;
    const print = this.#last.then(() => printed(program, html));
    this.#last = print.catch(() => undefined);
    try {
      return await print;
    } catch (cause) {
      if (cause instanceof RefusalError) throw cause;
      const error = refuse('print-failed', 'The browser did not print the report; try again later.');
      error.cause = cause;
      throw error;
    } finally {
      this.#waiting--;
    }
  }
}

async function printed(program: string, html: string): Promise<Uint8Array> {
  const browser = await launchChromium(program);
  // A browser that hangs keeps nobody waiting: what it was asked fails with it.
  const patience = setTimeout(() => void browser.close(), TIMEOUT_MS);
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    await context.route('**/*', (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { timeout: TIMEOUT_MS, waitUntil: 'load' });
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    clearTimeout(patience);
    await browser.close();
  }
}
