import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import { formTexts } from '../admin-parts/form-texts.ts';
import { Invitation } from './invitation.tsx';
import { peopleTexts } from './texts.ts';

export type AccountChange = 'invite' | 'removeFactor' | 'close' | 'reopen' | 'erase';

const WORDS = {
  invite: { will: 'willInvite', did: 'didInvite' },
  removeFactor: { will: 'willRemoveFactor', did: 'didRemoveFactor' },
  close: { will: 'willClose', did: 'didClose' },
  reopen: { will: 'willReopen', did: 'didReopen' },
  erase: { will: 'willErase', did: 'didErase' },
} as const;

interface ChangeAccountProps {
  readonly change: AccountChange;
  readonly name: string;
  readonly onClose: () => void;
}

/** One change of an account that is there. */
export function ChangeAccount({ change, name, onClose }: ChangeAccountProps): ReactNode {
  const t = useTexts(peopleTexts);
  const form = useTexts(formTexts);
  const [reason, setReason] = useState('');
  const { will, did } = WORDS[change];
  const withReason = change === 'close' || change === 'erase';

  const sendChange = async (): Promise<ReactNode> => {
    const params = { path: { name } };
    const body = reason.trim() === '' ? {} : { reason: reason.trim() };
    if (change === 'invite') {
      const answer = await send('/api/v1/people/{name}/invitations', { params });
      return <Invitation said={t(did, { name })} {...answer} />;
    }
    if (change === 'removeFactor') await send('/api/v1/people/{name}/second-factor/removals', { params });
    if (change === 'close') await send('/api/v1/people/{name}/closings', { params, body });
    if (change === 'reopen') await send('/api/v1/people/{name}/reopenings', { params });
    if (change === 'erase') await send('/api/v1/people/{name}/erasures', { params, body });
    return <p>{t(did, { name })}</p>;
  };

  return (
    <ChangeDialog
      title={`${t(change)}: ${name}`}
      check={() => []}
      review={() => [t(will, { name })]}
      act={`${t(change)} ${name}`}
      send={sendChange}
      onClose={onClose}
      fields={() => (
        <>
          <p>{t(will, { name })}</p>
          {withReason ? (
            <TextInput
              label={`${form('reason')} ${form('optional')}`}
              value={reason}
              onChange={({ currentTarget }) => {
                setReason(currentTarget.value);
              }}
            />
          ) : null}
        </>
      )}
    />
  );
}
