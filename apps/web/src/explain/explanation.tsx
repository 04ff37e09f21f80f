import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useClocks } from '../clocks/use-clocks.ts';
import { Figure } from '../parts/figure.tsx';
import { printAmount, sayAmount } from '../texts/amounts.ts';
import { useTexts } from '../texts/texts.ts';
import { type Explained, type ExplainQuery, useExplained } from './address.ts';
import { CopyButton } from './copy-button.tsx';
import { Entries } from './entries.tsx';
import styles from './explain.module.css';
import { History } from './history.tsx';
import { formulaTexts, measureName, measureTexts } from './measures.ts';
import { useSentence } from './sentence.ts';
import { explainTexts } from './texts.ts';

interface ExplanationProps {
  readonly told: Explained;
  readonly query: Readonly<Record<string, unknown>>;
  readonly more: (() => void) | undefined;
}

/** A figure: sentence, formula, parts, entries that end in it, earlier values, and how to find it again. */
export function Explanation({ told, query, more }: ExplanationProps): ReactNode {
  const t = useTexts(explainTexts);
  const sentence = useSentence();
  return (
    <div className={styles['explanation']} data-explained={told.value}>
      <p className={styles['figure']}>{printAmount(told.value, 'baht')}</p>
      <p>{sentence(told)}</p>
      <Formula told={told} />
      <Now told={told} />
      <Entries told={told} more={more} />
      <History told={told} />
      <p className={styles['source']}>
        {t('source', {
          position: told.knownAt.position,
          projection: told.projection.name,
          version: told.projection.version,
        })}
      </p>
      <Group gap="xs">
        <CopyButton text={() => window.location.href} label={t('copyLink')} />
        <CopyButton text={() => told.command} label={t('copyCommand')} />
        <Button component="a" variant="default" href={csvOf(query)} download>
          {t('csv')}
        </Button>
      </Group>
      <code className={styles['command']} lang="en">
        {told.command}
      </code>
    </div>
  );
}

/** How the figure comes about, in words; what it is the sum of are figures with explanations of their own. */
function Formula({ told }: Pick<ExplanationProps, 'told'>): ReactNode {
  const t = useTexts(explainTexts);
  const measures = useTexts(measureTexts);
  const formulas = useTexts(formulaTexts);
  const explained = useExplained();
  const { cell, parts } = told;
  const isDocument = cell.document !== undefined;
  const name = measureName(cell.measure, isDocument);
  return (
    <>
      <p className={styles['formula']}>
        {t('formula', { measure: measures(name), formula: formulas(name) })}
      </p>
      {parts.length === 0 || explained === undefined ? null : (
        <ul className={styles['parts']} aria-label={t('parts')}>
          {parts.map((part) => (
            <li key={part.measure}>
              <span aria-hidden="true">{part.sign === 1 ? '+' : '−'}</span>
              <span>{measures(measureName(part.measure, isDocument))}</span>
              <Figure baht={part.value} of={partOf(explained.address, part.measure)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const partOf = (address: ExplainQuery, measure: string) => ({ kind: 'cell', ...address, measure }) as const;

/** A figure of the past says how it differs from now. */
function Now({ told: { now, knownAt } }: Pick<ExplanationProps, 'told'>): ReactNode {
  const t = useTexts(explainTexts);
  const { isPast } = useClocks();
  if (!isPast || now === null) return null;
  if (/^-?0\.00$/.test(now.difference)) return <p className={styles['now']}>{t('same')}</p>;
  const values = {
    difference: sayAmount(now.difference, 'baht'),
    now: sayAmount(now.value, 'baht'),
    position: now.position,
  };
  return (
    <p className={styles['now']}>
      {t('differs', values)}{' '}
      <Link to="/compare" search={{ a: knownAt.position, b: now.position }}>
        {t('compare')}
      </Link>
    </p>
  );
}

/** The same question with all entries, as a file. */
function csvOf(query: Readonly<Record<string, unknown>>): string {
  const asked = new URLSearchParams(Object.entries({ ...query, limit: '10000', format: 'csv' }));
  return `/api/v1/explain?${asked.toString()}`;
}
