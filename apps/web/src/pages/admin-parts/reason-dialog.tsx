import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { formTexts } from './form-texts.ts';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen, in words. */
  readonly review: readonly string[];
  readonly act: string;
  /** Sends it with its key and the reason, when one was given. */
  readonly send: (said: { readonly key: string; readonly reason: string | undefined }) => Promise<ReactNode>;
  /** Whether it cannot be done without a reason. */
  readonly reasonNeeded?: boolean;
  readonly onClose: () => void;
}

/** A change that asks for nothing but a reason. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { title, review, act, send, reasonNeeded = false, onClose } = props;
  const form = useTexts(formTexts);
  const [typed, setTyped] = useState('');
  const reason = typed.trim() === '' ? undefined : typed.trim();
  return (
    <ChangeDialog
      title={title}
      fieldIds={{ reason: 'reason', 'control-reason-missing': 'reason' }}
      check={() =>
        reasonNeeded && reason === undefined
          ? [{ field: 'reason', message: form('needed', { field: form('reason') }) }]
          : []
      }
      review={() => review}
      act={act}
      send={(key) => send({ key, reason })}
      onClose={onClose}
      fields={(faultOf) => (
        <>
          {review.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <TextInput
            id="reason"
            label={reasonNeeded ? form('reason') : `${form('reason')} ${form('optional')}`}
            value={typed}
            error={faultOf('reason')}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
            }}
          />
        </>
      )}
    />
  );
}
