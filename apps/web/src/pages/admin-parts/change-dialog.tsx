import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Dialog } from '../../parts/overlay.tsx';
import { useTexts } from '../../texts/texts.ts';
import { adminTexts } from './admin-texts.ts';
import { ErrorSummary, type Fault } from './error-summary.tsx';
import { formTexts } from './form-texts.ts';
import { newKey } from '../../api/idempotency-key.ts';
import styles from './parts.module.css';
import { useFaults, type FieldIds } from './use-faults.ts';

type Step = 'form' | 'review' | 'done';

interface ChangeDialogProps {
  readonly title: string;
  /** The inputs; given what is wrong with each. */
  readonly fields: (faultOf: (id: string) => string | undefined) => ReactNode;
  /** What is wrong before anything is sent. */
  readonly check: () => readonly Fault[];
  /** What will be recorded, in words. */
  readonly review: () => readonly string[];
  /** Names the act, such as «เปิดบัญชี malee». */
  readonly act: string;
  /** Sends it with its key; answers what is said when it is recorded. */
  readonly send: (key: string) => Promise<ReactNode>;
  readonly fieldIds?: FieldIds;
  readonly onClose: () => void;
}

/** One change of settings: form, review, and what was recorded. The same try twice records once. */
export function ChangeDialog(props: ChangeDialogProps): ReactNode {
  const { title, fields, check, review, act, send, fieldIds, onClose } = props;
  const t = useTexts(adminTexts);
  const queries = useQueryClient();
  const faults = useFaults(fieldIds);
  const [key] = useState(newKey);
  const [step, setStep] = useState<Step>('form');
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState<ReactNode>();

  const onReview = () => {
    const found = check();
    faults.show(found);
    if (found.length === 0) setStep('review');
  };
  const onSend = async () => {
    if (sending) return;
    setSending(true);
    try {
      setSaid(await send(key));
      setStep('done');
      await queries.invalidateQueries();
    } catch (error) {
      setStep('form');
      await faults.refused(error);
    } finally {
      setSending(false);
    }
  };

  return (
    <Dialog opened onClose={onClose} title={title} closeOnClickOutside={step === 'done'}>
      {step === 'form' ? (
        <FormStep onReview={onReview} onClose={onClose}>
          <ErrorSummary faults={faults.faults} />
          {fields(faults.of)}
        </FormStep>
      ) : null}
      {step === 'review' ? (
        <ReviewStep
          lines={review()}
          act={act}
          sending={sending}
          onSend={() => void onSend()}
          onBack={() => {
            setStep('form');
          }}
        />
      ) : null}
      {step === 'done' ? (
        <div className={styles['stack']}>
          <StepHead>{t('done')}</StepHead>
          {said}
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      ) : null}
    </Dialog>
  );
}

/** Takes the focus, so that whoever does not see the change hears it. */
function StepHead({ children }: { readonly children: string }): ReactNode {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
  }, []);
  return (
    <h3 ref={head} tabIndex={-1} className={styles['stepHead']}>
      {children}
    </h3>
  );
}

interface FormStepProps {
  readonly children: ReactNode;
  readonly onReview: () => void;
  readonly onClose: () => void;
}

function FormStep({ children, onReview, onClose }: FormStepProps): ReactNode {
  const t = useTexts(adminTexts);
  const form = useTexts(formTexts);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onReview();
  };
  return (
    <form noValidate className={styles['stack']} onSubmit={onSubmit}>
      {children}
      <div className={styles['buttons']}>
        <Button type="submit">{t('review')}</Button>
        <Button variant="default" onClick={onClose}>
          {form('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface ReviewStepProps {
  readonly lines: readonly string[];
  readonly act: string;
  readonly sending: boolean;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

function ReviewStep({ lines, act, sending, onSend, onBack }: ReviewStepProps): ReactNode {
  const t = useTexts(adminTexts);
  const form = useTexts(formTexts);
  return (
    <div className={styles['stack']}>
      <StepHead>{t('willDo')}</StepHead>
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button loading={sending} onClick={onSend}>
          {act}
        </Button>
        <Button variant="default" onClick={onBack}>
          {form('back')}
        </Button>
      </div>
    </div>
  );
}
