import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatBaht, parseBaht, subtract } from '#kernel';
import { EventName } from '../parts/event-name/event-name.tsx';
import { FigureTable } from '../parts/figure-table.tsx';
import { printAmount } from '../texts/amounts.ts';
import { useDates } from '../texts/dates.ts';
import { useTexts } from '../texts/texts.ts';
import type { Explained } from './address.ts';
import styles from './explain.module.css';
import { formulaTexts, measureName } from './measures.ts';
import { explainTexts } from './texts.ts';

interface EntriesProps {
  readonly told: Explained;
  readonly more: (() => void) | undefined;
}

/** The events behind the figure with their running value; the last line is the figure itself. */
export function Entries({ told, more }: EntriesProps): ReactNode {
  const t = useTexts(explainTexts);
  const formulas = useTexts(formulaTexts);
  const { cell, events, value, closing, next } = told;
  if (events.length === 0 && next === null) {
    return <p>{t('none', { formula: formulas(measureName(cell.measure, cell.document !== undefined)) })}</p>;
  }
  const left = formatBaht(subtract(parseBaht(value), parseBaht(closing)));
  const hasProjects = cell.project_code === 'TOTAL';
  return (
    <>
      <FigureTable caption={t('entries')} amounts={false} note={t('inBaht')}>
        <thead>
          <tr>
            <th scope="col">{t('effective')}</th>
            <th scope="col" className="number">
              {t('movement')}
            </th>
            <th scope="col" className="number">
              {t('running')}
            </th>
            <th scope="col">{t('event')}</th>
            {hasProjects ? <th scope="col">{t('project')}</th> : null}
            <th scope="col">{t('document')}</th>
            <th scope="col">{t('actor')}</th>
            <th scope="col">{t('reason')}</th>
            <th scope="col" className="number">
              {t('position')}
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Entry key={event.position} event={event} hasProject={hasProjects} />
          ))}
        </tbody>
        {next === null ? <Sum value={value} span={hasProjects ? 6 : 5} /> : null}
      </FigureTable>
      {next === null && closing !== value ? (
        <p className={styles['mismatch']} role="alert">
          {t('mismatch', { sum: printAmount(closing, 'baht'), value: printAmount(value, 'baht') })}
        </p>
      ) : null}
      {next === null ? null : (
        <p>
          {t('left', { shown: events.length, left: printAmount(left, 'baht') })}{' '}
          {more === undefined ? null : (
            <Button variant="default" size="compact-sm" onClick={more}>
              {t('more')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function Sum({ value, span }: { readonly value: string; readonly span: number }): ReactNode {
  const t = useTexts(explainTexts);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('sum')}</th>
        <td />
        <td className="number" data-sum={value}>
          {printAmount(value, 'baht')}
        </td>
        <td colSpan={span} />
      </tr>
    </tfoot>
  );
}

interface EntryProps {
  readonly event: Explained['events'][number];
  readonly hasProject: boolean;
}

function Entry({ event, hasProject }: EntryProps): ReactNode {
  const { date } = useDates();
  return (
    <tr>
      <th scope="row" className={styles['nowrap']}>
        {date(event.effectiveOn)}
      </th>
      <td className="number">{printAmount(event.movement, 'baht')}</td>
      <td className="number" data-running={event.running}>
        {printAmount(event.running, 'baht')}
      </td>
      <td>
        <EventName type={event.type} />
      </td>
      {hasProject ? <td>{event.project}</td> : null}
      <td className={styles['nowrap']}>{event.document}</td>
      <td>{event.actor}</td>
      <td className={styles['words']}>{event.reason}</td>
      <td className="number">
        <Link to="/e/$position" params={{ position: event.position }} search={{ explain: undefined }}>
          {event.position}
        </Link>
      </td>
    </tr>
  );
}
