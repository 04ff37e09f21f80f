import { Alert, Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isRefusal, parseTypedDateParts } from '#kernel';
import { useAnswer } from '../../api/use-answer.ts';
import { useSend } from '../../api/use-send.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { DateInput } from '../../parts/date-input/date-input.tsx';
import { Dialog } from '../../parts/overlay.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import type { PostedSheet } from '../../sheets/sheet.ts';
import { EMPTY_DATE } from '../../typed/typed-date.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { reviewTexts } from './texts.ts';

/** What was recorded: one receipt, and the way to take all of it back as one. */
export function Posted({ posted }: { readonly posted: PostedSheet }): ReactNode {
  const t = useTexts(reviewTexts);
  const { time } = useDates();
  const { isPast } = useClocks();
  const { position, rows, recordedAt, waiting } = posted;
  const [isAsking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const answer = useAnswer(
    '/api/v1/sheets/{position}',
    { params: { path: { position } } },
    { enabled: waiting === null },
  );
  const { reversible, reversedAt, documents = 0 } = answer.data ?? {};
  return (
    <section aria-labelledby="posted-title">
      <h2 id="posted-title" tabIndex={-1} ref={heading}>
        {t(waiting === null ? 'recordedTitle' : 'waitingTitle')}
      </h2>
      <div className={styles['review']}>
        {waiting === null ? (
          <p role="status">{t('recorded', { rows, position, time: time(recordedAt) })}</p>
        ) : (
          <p role="status">
            {t('waiting', { rows, number: waiting })} <Link to="/inbox">{t('inbox')}</Link>
          </p>
        )}
        <Link to="/r/$number" params={{ number: position }}>
          {t('receipt', { position })}
        </Link>
        {typeof reversedAt === 'string' ? (
          <Alert color="yellow" title={t('reversed')}>
            <Link to="/r/$number" params={{ number: reversedAt }}>
              {t('reversedAt', { position: reversedAt })}
            </Link>
          </Alert>
        ) : null}
        {reversible === false ? <p>{t('notReversible')}</p> : null}
        {reversible === true && reversedAt === null && !isPast ? (
          <Button
            variant="default"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('reverse')}
          </Button>
        ) : null}
        <Link to="/import">{t('another')}</Link>
      </div>
      <Dialog
        opened={isAsking}
        title={t('reverse')}
        onClose={() => {
          setAsking(false);
        }}
      >
        <ReverseForm
          position={position}
          documents={documents}
          done={() => {
            setAsking(false);
          }}
        />
      </Dialog>
    </section>
  );
}

interface ReverseFormProps {
  readonly position: string;
  readonly documents: number;
  readonly done: () => void;
}

function ReverseForm({ position, documents, done }: ReverseFormProps): ReactNode {
  const t = useTexts(reviewTexts);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState(EMPTY_DATE);
  const [isSent, setSent] = useState(false);
  const reversing = useSend('/api/v1/sheets/{position}/reversals');
  const read = parseTypedDateParts(typed);
  const effectiveOn = isRefusal(read) ? undefined : read.date;
  const send = (): void => {
    setSent(true);
    if (reason.trim() === '' || effectiveOn === undefined) return;
    const body = { reason: reason.trim(), effectiveOn };
    reversing.mutate({ params: { path: { position } }, body }, { onSuccess: done });
  };
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>{t('reverseIntro', { n: documents })}</p>
      <TextInput
        className={styles['wide']}
        label={t('reverseReason')}
        value={reason}
        error={isSent && reason.trim() === '' ? t('reasonMissing') : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <DateInput
        id="reverse-on"
        label={t('reverseOn')}
        value={typed}
        onChange={setTyped}
        error={isSent && effectiveOn === undefined ? t('dateMissing') : undefined}
      />
      {reversing.error === null ? null : <ProblemPanel error={reversing.error} />}
      <Button type="submit" loading={reversing.isPending}>
        {t('reverseNow', { n: documents })}
      </Button>
    </form>
  );
}
