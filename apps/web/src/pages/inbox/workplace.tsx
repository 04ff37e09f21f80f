import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Content } from '../../parts/page.tsx';
import { sayAmount } from '../../texts/amounts.ts';
import { useTexts } from '../../texts/texts.ts';
import { Box } from './box.tsx';
import styles from './page.module.css';
import { Panel } from './panel.tsx';
import { sumOf } from './sum.ts';
import { inboxTexts } from './texts.ts';
import { isForMe, MOST_DECIDED, type Row, type Tab, useBox, useInboxView } from './use-inbox.ts';
import { useKeys } from './use-keys.ts';

/** What is asked to be decided; a dialog confirms it. */
export type Asked =
  | { readonly act: 'approve'; readonly rows: readonly Row[] }
  | { readonly act: 'refusals' | 'withdrawals'; readonly number: string };

interface WorkplaceProps {
  readonly tab: Tab;
  readonly onAsk: (asked: Asked) => void;
}

/** The documents of a box, the panel of the one that is open, and what is selected. */
export function Workplace({ tab, onAsk }: WorkplaceProps): ReactNode {
  const { number, set } = useInboxView();
  const [pages, setPages] = useState(1);
  const box = useBox(tab, pages);
  const rows = box.data?.rows ?? [];
  const { chosen, selected, opened, choose } = useChosen(rows, number);
  const approve = (of: readonly Row[]) => {
    if (of.length > 0) onAsk({ act: 'approve', rows: of });
  };
  const open = (doc: string | undefined) => {
    set({ doc });
  };
  const ordered = tab === 'me' ? [...rows.filter(isForMe), ...rows.filter((row) => !isForMe(row))] : rows;
  useInboxKeys(ordered, number, open, () => {
    approve(selected.length > 0 ? selected : opened);
  });
  return (
    <>
      <Selection rows={selected} onApprove={() => approve(selected)} />
      <div className={styles['columns']} data-opened={number !== undefined || undefined}>
        <Content answers={[box]}>
          <div>
            <Box
              {...{ tab, rows, opened: number, selected: chosen, onSelect: choose }}
              onOpen={(doc) => open(doc === number ? undefined : doc)}
            />
            <More tab={tab} box={box.data} onMore={() => setPages(pages + 1)} />
          </div>
        </Content>
        {number === undefined ? null : (
          <Panel
            number={number}
            onApprove={() => approve(opened)}
            onReturn={() => onAsk({ act: 'refusals', number })}
            onWithdraw={() => onAsk({ act: 'withdrawals', number })}
            onClose={() => open(undefined)}
          />
        )}
      </div>
    </>
  );
}

/** What is selected and what is open, as far as it may be decided: another may have decided it meanwhile. */
function useChosen(rows: readonly Row[], number: string | undefined) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayDecide = rows.filter(({ decision }) => decision?.mayDecide ?? false);
  return {
    chosen,
    selected: mayDecide.filter((row) => chosen.has(row.number)),
    opened: mayDecide.filter((row) => row.number === number),
    choose: (row: Row, isSelected: boolean) => {
      const next = new Set(chosen);
      if (isSelected) next.add(row.number);
      else next.delete(row.number);
      setChosen(next);
    },
  };
}

/** Keys pressed faster than the page follows go on from one another. */
function useInboxKeys(
  rows: readonly Row[],
  number: string | undefined,
  onOpen: (number: string) => void,
  onApprove: () => void,
): void {
  const current = useRef(number);
  useEffect(() => {
    current.current = number;
  }, [number]);
  const move = (by: number) => {
    const at = rows.findIndex((row) => row.number === current.current);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    current.current = next.number;
    onOpen(next.number);
  };
  useKeys({ j: () => move(1), k: () => move(-1), a: onApprove });
}

interface SelectionProps {
  readonly rows: readonly Row[];
  readonly onApprove: () => void;
}

/** Several of one kind at once: how many, and their exact sum. */
function Selection({ rows, onApprove }: SelectionProps): ReactNode {
  const t = useTexts(inboxTexts);
  if (rows.length === 0) return null;
  return (
    <div className={styles['selection']}>
      <Button onClick={onApprove}>
        {t('approveMany', { count: rows.length, sum: sayAmount(sumOf(rows), 'baht') })}
      </Button>
    </div>
  );
}

interface MoreProps {
  readonly tab: Tab;
  readonly box: ReturnType<typeof useBox>['data'];
  readonly onMore: () => void;
}

/** What a long box leaves out, said rather than cut off. */
function More({ tab, box, onMore }: MoreProps): ReactNode {
  const t = useTexts(inboxTexts);
  if (box?.next === undefined) return null;
  const count = box.rows.length;
  return tab === 'done' && count < MOST_DECIDED ? (
    <Button variant="default" onClick={onMore}>
      {t('more')}
    </Button>
  ) : (
    <p className={styles['dimmed']}>{t('firstOnly', { count })}</p>
  );
}
