import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import type { DocumentLife } from './chain.ts';
import styles from './page.module.css';
import { documentTexts } from './texts.ts';

type Step = DocumentLife['steps'][number];

/** What moved the document and those of its chain, in the order of the log. */
export function Steps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const t = useTexts(documentTexts);
  return (
    <FigureTable caption={t('entries')}>
      <thead>
        <tr>
          <th scope="col">{t('effective')}</th>
          <th scope="col">{t('document')}</th>
          <th scope="col">{t('event')}</th>
          <th scope="col" className="number">
            {t('amountBy')}
          </th>
          <th scope="col" className="number">
            {t('acceptedBy')}
          </th>
          <th scope="col" className="number">
            {t('usedBy')}
          </th>
          <th scope="col">{t('actor')}</th>
          <th scope="col">{t('approvedBy')}</th>
          <th scope="col">{t('reason')}</th>
          <th scope="col" className="number">
            {t('position')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <StepRow key={`${step.position} ${step.stage} ${step.number} ${step.item ?? ''}`} step={step} />
        ))}
      </tbody>
    </FigureTable>
  );
}

interface MovedProps {
  readonly baht: string;
  readonly position: string;
}

/** What one event moved; a movement of nothing is left empty: the row is about the others. */
function Moved({ baht, position }: MovedProps): ReactNode {
  return (
    <td className="number">
      {baht === '0.00' ? null : <Figure baht={baht} of={{ kind: 'event', position }} />}
    </td>
  );
}

function StepRow({ step }: { readonly step: Step }): ReactNode {
  const t = useTexts(documentTexts);
  const { date } = useDates();
  return (
    <tr>
      <th scope="row" className={styles['nowrap']}>
        {date(step.effectiveOn)}
      </th>
      <td className={styles['nowrap']}>
        {t(step.stage)} {step.number}
        {step.item === null ? '' : ` · ${step.item}`}
      </td>
      <td>
        <EventName type={step.type} />
      </td>
      <Moved baht={step.amountBy} position={step.position} />
      <Moved baht={step.acceptedBy} position={step.position} />
      <Moved baht={step.usedBy} position={step.position} />
      <td>{step.actor}</td>
      <td>{step.approval?.approvers.join(', ')}</td>
      <td className={styles['words']} data-said>
        {step.reason}
      </td>
      <td className="number">
        <Link to="/e/$position" params={{ position: step.position }}>
          {step.position}
        </Link>
      </td>
    </tr>
  );
}
