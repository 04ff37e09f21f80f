import { type ReactNode, useState } from 'react';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Change, Side } from './amounts.tsx';
import { Causes } from './causes.tsx';
import styles from './page.module.css';
import { Measure } from './measure.tsx';
import { compareTexts } from './texts.ts';
import type { Compared } from './use-compared.ts';
import type { Diff } from './use-diff-query.ts';

type Cell = NonNullable<Diff['cells']>[number];

interface CellsProps {
  readonly cells: readonly Cell[];
  readonly compared: Compared;
  /** Of projects, by their codes. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every changed cell with both figures, the difference, and its causes in place. */
export function Cells({ cells, compared, names }: CellsProps): ReactNode {
  const t = useTexts(compareTexts);
  const hasQuarter = cells.some(({ quarter }) => quarter !== undefined);
  const hasLine = cells.some(({ fund_source }) => fund_source !== undefined);
  return (
    <FigureTable caption={t('cells')} legend>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          {hasQuarter ? <th scope="col">{t('quarter')}</th> : null}
          {hasLine ? <th scope="col">{t('line')}</th> : null}
          <th scope="col">{t('measure')}</th>
          <th scope="col" className="number">
            {t('before')}
          </th>
          <th scope="col" className="number">
            {t('after')}
          </th>
          <th scope="col" className="number">
            {t('change')}
          </th>
          <th scope="col">{t('causes')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell, index) => (
          <CellRows
            key={keyOf(cell)}
            {...{ cell, compared, hasQuarter, hasLine }}
            // The first cell of a project says its name.
            name={
              cells[index - 1]?.project_code === cell.project_code ? undefined : names.get(cell.project_code)
            }
          />
        ))}
      </tbody>
    </FigureTable>
  );
}

const keyOf = ({ project_code, quarter, fund_source, category, measure }: Cell): string =>
  [project_code, quarter, fund_source, category, measure].join('·');

interface CellRowsProps {
  readonly cell: Cell;
  readonly compared: Compared;
  readonly hasQuarter: boolean;
  readonly hasLine: boolean;
  readonly name: string | undefined;
}

function CellRows({ cell, compared, hasQuarter, hasLine, name }: CellRowsProps): ReactNode {
  const t = useTexts(compareTexts);
  const [open, setOpen] = useState(false);
  const { project_code: project, quarter, fund_source: fund, category, measure, events } = cell;
  return (
    <>
      <tr>
        <th scope="row">
          {project} {name === undefined ? null : <span className={styles['name']}>{name}</span>}
        </th>
        {hasQuarter ? <td>{quarter ?? ''}</td> : null}
        {hasLine ? <td>{fund === undefined ? '' : `${fund} · ${category ?? ''}`}</td> : null}
        <td>
          <Measure measure={measure} />
        </td>
        <td className="number">
          <Side cell={cell} compared={compared} side="from" />
        </td>
        <td className="number">
          <Side cell={cell} compared={compared} side="to" />
        </td>
        <td className="number">
          <Change baht={cell.change} />
        </td>
        <td>
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? t('hideCauses') : t('showCauses', { count: events.length })}
          </button>
        </td>
      </tr>
      {open ? (
        <tr className={styles['row']}>
          <td colSpan={6 + (hasQuarter ? 1 : 0) + (hasLine ? 1 : 0)} className={styles['opened']}>
            <Causes cell={cell} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
