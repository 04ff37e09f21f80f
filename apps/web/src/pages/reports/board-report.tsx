import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { useSetView } from '../../app/view.ts';
import styles from './page.module.css';

interface BoardReportProps {
  /** Markup of the ledger, whose texts are escaped. */
  readonly html: string;
  readonly css: string;
}

/** A report as the ledger lays it out: what is printed is what stands here. A figure opens its explanation. */
export function BoardReport({ html, css }: BoardReportProps): ReactNode {
  const setView = useSetView();
  useEffect(() => {
    // The policy of the pages allows no style elements; a sheet made by the page is none.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [css]);
  return (
    // Only links within it act, and those take keys by themselves.
    <div
      className={styles['paper']}
      role="presentation"
      onClick={(event) => {
        const of = figureAt(event);
        if (of === undefined) return;
        event.preventDefault();
        setView({ explain: of });
      }}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** The figure that was clicked in this window; another window follows the link. */
function figureAt(event: MouseEvent): Readonly<Record<string, unknown>> | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[data-figure]') : null;
  const address = link?.getAttribute('data-figure') ?? null;
  if (address === null) return undefined;
  const { kind: _kind, ...of } = JSON.parse(address) as Record<string, unknown>;
  return of;
}
