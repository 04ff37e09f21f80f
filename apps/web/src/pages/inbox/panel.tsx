import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Content } from '../../parts/page.tsx';
import RefusalWords from '../../refusals/refusal-words.tsx';
import { sayAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { Effect } from './effect.tsx';
import { Fields } from './fields.tsx';
import styles from './page.module.css';
import { BlockedWords, State } from './state.tsx';
import { inboxTexts } from './texts.ts';

type Shown = AnswerOf<'/api/v1/approvals/{number}'>;

interface PanelProps {
  readonly number: string;
  readonly onApprove: () => void;
  readonly onReturn: () => void;
  readonly onWithdraw: () => void;
  readonly onClose: () => void;
}

/** One document beside the list: how it stands, who decided what, what it would record, and what may be done. */
export function Panel({ number, ...acts }: PanelProps): ReactNode {
  const t = useTexts(inboxTexts);
  const { query } = useClocks();
  const answer = useAnswer('/api/v1/approvals/{number}', { params: { path: { number }, query } });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // On a narrow screen the panel stands under the list.
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [number]);
  return (
    <aside className={styles['panel']} aria-label={t('panel', { number })}>
      <div className={styles['head']}>
        <h2 ref={heading}>{number}</h2>
        <Button size="compact-sm" variant="default" onClick={acts.onClose}>
          {t('close')}
        </Button>
      </div>
      <Content answers={[answer]}>
        {answer.data === undefined ? null : <Shown document={answer.data} {...acts} />}
      </Content>
    </aside>
  );
}

function Shown({ document, ...acts }: { readonly document: Shown } & Omit<PanelProps, 'number'>): ReactNode {
  const t = useTexts(inboxTexts);
  const { time, date } = useDates();
  const { isPast } = useClocks();
  const { maker, amount, steps, effect, decision, tiers, given, reserved } = document;
  const step = steps.at(-1);
  const waitsFor = document.status === 'waiting' ? (tiers[given.length] ?? '') : '';
  return (
    <>
      {step === undefined ? null : (
        <p>
          <State row={{ status: document.status, waitsFor, step }} />
        </p>
      )}
      <dl className={styles['facts']}>
        <dt>{t('amountInBaht')}</dt>
        <dd data-unrecorded>{sayAmount(amount, 'baht')}</dd>
        <dt>{t('effectiveOn')}</dt>
        <dd>{daysOf(document).map(date).join(' – ')}</dd>
        <dt>{t('maker')}</dt>
        <dd>{maker}</dd>
        <dt>{t('submitted')}</dt>
        <dd>{time(steps[0]?.bookedAt ?? '')}</dd>
        {effect === undefined ? null : (
          <>
            <dt>{t('effect')}</dt>
            <dd>
              <Effect effect={effect} named inBaht />
              {reserved === undefined ? null : <p className={styles['dimmed']}>{t('reserved')}</p>}
              {effect.refused === undefined ? null : (
                <p>
                  <RefusalWords {...effect.refused} body={effect.refused.details} />
                </p>
              )}
            </dd>
          </>
        )}
      </dl>
      {isPast ? <p className={styles['blocked']}>{t('past')}</p> : null}
      {decision === undefined ? null : <Acts decision={decision} waitsFor={waitsFor} {...acts} />}
      <Tiers document={document} />
      <h3>{effect === undefined || effect.events.length === 0 ? t('asked') : t('wouldRecord')}</h3>
      {effect === undefined || effect.events.length === 0
        ? document.what.map(({ stream, command }) => <Fields key={stream} stream={stream} fields={command} />)
        : effect.events.map(({ type, stream, data }, index) => (
            <Fields key={`${stream}·${index}`} type={type} stream={stream} fields={data} />
          ))}
    </>
  );
}

/** The day on which its postings take effect; of several the first and the last. */
function daysOf({ what }: Shown): string[] {
  const days = what
    .map(({ command }) => command['effectiveOn'])
    .filter((day) => typeof day === 'string')
    .sort();
  const [first = '', last = first] = [days.at(0), days.at(-1)];
  return first === last ? [first] : [first, last];
}

interface ActsProps extends Omit<PanelProps, 'number'> {
  readonly decision: NonNullable<Shown['decision']>;
  readonly waitsFor: string;
}

function Acts({ decision, waitsFor, onApprove, onReturn, onWithdraw }: ActsProps): ReactNode {
  const t = useTexts(inboxTexts);
  return (
    <div className={styles['buttons']}>
      {decision.mayDecide ? (
        <>
          <Button onClick={onApprove}>{t('approve')}</Button>
          <Button variant="default" onClick={onReturn}>
            {t('return')}
          </Button>
        </>
      ) : (
        <p>
          {t('blocked')}: <BlockedWords row={{ decision, waitsFor }} />
        </p>
      )}
      {decision.mayWithdraw ? (
        <Button variant="default" onClick={onWithdraw}>
          {t('withdraw')}
        </Button>
      ) : null}
    </div>
  );
}

/** Which eyes it needs, in order, and whose they were; and every step with its reason. */
function Tiers({ document: { tiers, given, steps, status } }: { readonly document: Shown }): ReactNode {
  const t = useTexts(inboxTexts);
  const { time } = useDates();
  return (
    <>
      <h3>{t('record')}</h3>
      <p>{t('tiers')}</p>
      <ol className={styles['tiers']}>
        {tiers.map((tier, index) => {
          const one = given[index];
          const due = status === 'waiting' && index === given.length;
          const said =
            one === undefined
              ? t(due ? 'due' : 'later')
              : one.onBehalfOf === undefined
                ? t('given', { by: one.by })
                : t('onBehalf', { by: one.by, name: one.onBehalfOf });
          return (
            <li key={tier}>
              {tier} · {said}
            </li>
          );
        })}
      </ol>
      <ul className={styles['steps']}>
        {steps.map(({ position, status: after, bookedAt, actor, reason }) => (
          <li key={position}>
            {time(bookedAt)} · {actor} · {after === 'waiting' ? t('submitted') : t(after)}
            {reason === null ? '' : ` · ${reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}
