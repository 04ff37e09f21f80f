import { formatBaht, type Satang } from '#kernel';
import type { Table } from '#reporting';
import type { ExplainPage } from './explained-figures.ts';

/** Says under a page of events what is left of the figure; as it is where they add up to it. */
export const leftToExplain = (
  table: Table,
  { left, readTo }: { readonly left: Satang; readonly readTo: string | undefined },
  page: ExplainPage,
): Table =>
  left === 0
    ? table
    : {
        ...table,
        footnotes: [
          `More events follow after position ${readTo ?? String(page.after)}; ${formatBaht(left)} baht are left to explain.`,
        ],
      };
