import { Button, Textarea } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Dialog } from '../../parts/overlay.tsx';
import { useTexts } from '../../texts/texts.ts';
import { OutcomeWords } from './outcome.tsx';
import styles from './page.module.css';
import { inboxTexts } from './texts.ts';
import { type Act, useDecide } from './use-decide.ts';

interface ReturnDialogProps {
  readonly number: string;
  /** Sent back to its maker, or taken back by him. */
  readonly act: Exclude<Act, 'approvals'>;
  readonly onClose: () => void;
}

/** Sends a document back with a reason, or takes an own one back. What was typed stays when it is refused. */
export default function ReturnDialog({ number, act, onClose }: ReturnDialogProps): ReactNode {
  const t = useTexts(inboxTexts);
  const { outcomes, decide } = useDecide(act);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const outcome = outcomes.get(number);
  const isReturn = act === 'refusals';
  const said = reason.trim() === '' ? undefined : reason.trim();
  useEffect(() => {
    if (error !== undefined) field.current?.focus();
  }, [error]);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReturn && said === undefined) return setError(t('reasonMissing'));
    setError(undefined);
    void decide([number], said);
  };
  return (
    <Dialog opened onClose={onClose} title={t(isReturn ? 'returnTitle' : 'withdrawTitle', { number })}>
      <form noValidate className={styles['form']} onSubmit={onSubmit}>
        <Textarea
          ref={field}
          label={t('reason')}
          required={isReturn}
          autosize={false}
          rows={3}
          maxLength={2000}
          value={reason}
          error={error}
          data-autofocus
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
        />
        <p aria-live="polite">
          <OutcomeWords outcome={outcome} onAskAgain={() => void decide([number], said)} />
        </p>
        <div className={styles['buttons']}>
          {outcome?.kind === 'recorded' ? (
            <Button onClick={onClose}>{t('close')}</Button>
          ) : (
            <Button type="submit" disabled={outcome?.kind === 'sending' || outcome?.kind === 'asking'}>
              {t(isReturn ? 'return' : 'withdraw')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
