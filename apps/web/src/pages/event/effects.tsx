import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatBaht, parseBaht, subtract } from '#kernel';
import { cellOf } from '../../explain/address.ts';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useLineName } from '../../parts/line-name.ts';
import { useTexts } from '../../texts/texts.ts';
import { EXPLAINED, measureTexts } from './field-texts.ts';
import type { Context } from './sentence.ts';
import { eventPageTexts } from './texts.ts';

type Move = Context['moves'][number];
type Measure = keyof typeof measureTexts;

/** What an event did to the figures of its account, before and after; each figure as known then. */
export function Effects({ context }: { readonly context: Context }): ReactNode {
  const t = useTexts(eventPageTexts);
  const { moves, plan, account, row } = context;
  if (account === null || moves.length + plan.length === 0) return <p>{t('noEffects')}</p>;
  const before = String(BigInt(row.position) - 1n);
  return (
    <FigureTable caption={t('beforeAfter')}>
      <thead>
        <tr>
          <th scope="col">{t('line')}</th>
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
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <MoveRow
            key={`${move.fundSource} ${move.category} ${move.measure}`}
            {...{ move, account, before, row }}
          />
        ))}
        {plan.map(({ quarter, ...change }) => (
          <tr key={quarter}>
            <th scope="row">{account.project}</th>
            <td>{t('plan', { quarter: quarter.slice(1) })}</td>
            <Amounts
              position={row.position}
              addressAt={(knownAt) => cellOf({ ...account, measure: 'plan', quarter, knownAt })}
              before={before}
              was={change.before}
              is={change.after}
            />
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

interface MoveRowProps {
  readonly move: Move;
  readonly account: NonNullable<Context['account']>;
  readonly before: string;
  readonly row: Context['row'];
}

function MoveRow({ move, account, before, row }: MoveRowProps): ReactNode {
  const t = useTexts(measureTexts);
  const lineName = useLineName();
  const { fundSource, category } = move;
  const measure = move.measure as Measure;
  return (
    <tr>
      <th scope="row">{lineName(move)}</th>
      <td>{t(measure)}</td>
      <Amounts
        position={row.position}
        addressAt={(knownAt) =>
          cellOf({ ...account, measure: EXPLAINED[measure], fundSource, category, knownAt })
        }
        before={before}
        was={move.before}
        is={move.after}
      />
    </tr>
  );
}

interface AmountsProps {
  readonly position: string;
  /** The position before the event. */
  readonly before: string;
  readonly was: string;
  readonly is: string;
  readonly addressAt: (knownAt: string) => ReturnType<typeof cellOf>;
}

function Amounts({ position, before, was, is, addressAt }: AmountsProps): ReactNode {
  const change = formatBaht(subtract(parseBaht(is), parseBaht(was)));
  return (
    <>
      <td className="number">
        <Figure baht={was} of={addressAt(before)} />
      </td>
      <td className="number">
        <Figure baht={is} of={addressAt(position)} />
      </td>
      <td className="number">
        <Figure baht={change} of={{ kind: 'event', position }} />
      </td>
    </>
  );
}

const BESIDE = 5;

/** The events that were recorded together with this one. */
export function Together({ context: { posting, row } }: { readonly context: Context }): ReactNode {
  const t = useTexts(eventPageTexts);
  if (posting.length < 2) return null;
  // Of a large import: those around this one.
  const own = posting.findIndex(({ position }) => position === row.position);
  const start = Math.max(0, own - BESIDE);
  const shown = posting.slice(start, own + BESIDE + 1);
  return (
    <section>
      <h2>{t('together')}</h2>
      <p>{t('togetherWhy', { count: posting.length })}</p>
      <ul>
        {shown.map(({ position, type }) => (
          <li key={position} aria-current={position === row.position || undefined}>
            <Link to="/e/$position" params={{ position }}>
              {position} · <EventName type={type} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
