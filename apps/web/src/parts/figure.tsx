import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useView } from '../app/view.ts';
import { printAmount } from '../texts/amounts.ts';
import { useTexts } from '../texts/texts.ts';
import styles from './figure.module.css';
import { partTexts } from './texts.ts';

/** What explains an amount: the events of a cell, or the one event that holds it. */
export type FigureAddress =
  | ({ readonly kind: 'cell' } & Readonly<Record<string, string | number | boolean | undefined>>)
  | { readonly kind: 'event'; readonly position: string };

interface BahtProps {
  /** Exact amount in baht, such as `"15033400.00"`. */
  readonly value: string;
}

/** An amount that is not in the ledger: of a draft, a trial, a grid. It has nothing to explain it. */
export function Baht({ value }: BahtProps): ReactNode {
  return (
    <span data-unrecorded>
      <Printed value={value} />
    </span>
  );
}

/** An amount by the unit of the page; in tables the width of «)» is kept free. */
function Printed({ value }: BahtProps): ReactNode {
  const { unit } = useView();
  const printed = printAmount(value, unit);
  return (
    <span className={styles['amount']} data-negative={printed.startsWith('(') || undefined}>
      {printed}
    </span>
  );
}

interface FigureProps {
  /** Exact amount in baht. */
  readonly baht: string;
  readonly of: FigureAddress;
  /** What the cell said in the last published report, where that was another amount. */
  readonly earlier?: string | undefined;
}

/** An amount of the ledger: every one is a link to its explanation, which ends in the same amount. */
export function Figure({ baht, of, earlier }: FigureProps): ReactNode {
  const { unit } = useView();
  const t = useTexts(partTexts);
  const shared = {
    className: styles['figure'],
    'data-figure': JSON.stringify(of),
    'data-baht': baht,
    'aria-label': t('explain', { amount: printAmount(baht, unit) }),
    resetScroll: false,
  };
  const content = (
    <>
      <Printed value={baht} />
      {earlier === undefined ? null : <Restated earlier={earlier} />}
    </>
  );
  if (of.kind === 'event') {
    return (
      <Link {...shared} to="/e/$position" params={{ position: of.position }}>
        {content}
      </Link>
    );
  }
  const { kind: _kind, ...explain } = of;
  return (
    <Link {...shared} to="." search={(before: object) => ({ ...before, explain })}>
      {content}
    </Link>
  );
}

/** The corner mark of a cell that said something else in the last published report. */
function Restated({ earlier }: { readonly earlier: string }): ReactNode {
  const { unit } = useView();
  const t = useTexts(partTexts);
  const said = t('restated', { amount: printAmount(earlier, unit) });
  return (
    <span className={styles['restated']} title={said}>
      <span className="visually-hidden"> ({said})</span>
    </span>
  );
}
