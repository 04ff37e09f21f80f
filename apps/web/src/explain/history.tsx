import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FigureTable } from '../parts/figure-table.tsx';
import { printAmount } from '../texts/amounts.ts';
import { useDates } from '../texts/dates.ts';
import { useTexts } from '../texts/texts.ts';
import type { Explained } from './address.ts';
import { explainTexts } from './texts.ts';

/** What the cell was before, from which position on, and which reports said so; each leads to the page as known then. */
export function History({ told: { history } }: { readonly told: Explained }): ReactNode {
  const t = useTexts(explainTexts);
  const { time } = useDates();
  if (history.length < 2) return null;
  return (
    <FigureTable caption={t('history')} amounts={false} note={t('inBaht')}>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('value')}
          </th>
          <th scope="col">{t('since')}</th>
          <th scope="col">{t('booked')}</th>
          <th scope="col">{t('saidBy')}</th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ position, booked_at, value, said_by }) => (
          <tr key={position}>
            <td className="number">{printAmount(value, 'baht')}</td>
            <td>
              <Link
                to="."
                search={(before: object) => ({ ...before, known: position })}
                aria-label={t('seeThen', { position })}
                resetScroll={false}
              >
                {position}
              </Link>
            </td>
            <td>{booked_at === null ? '' : time(booked_at)}</td>
            <td>{said_by.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
