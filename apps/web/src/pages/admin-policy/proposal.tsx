import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { send } from '../../api/use-send.ts';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import { ErrorSummary } from '../admin-parts/error-summary.tsx';
import { formTexts } from '../admin-parts/form-texts.ts';
import { keyed } from '../../api/idempotency-key.ts';
import { Recorded } from '../admin-parts/recorded.tsx';
import { useFaults } from '../admin-parts/use-faults.ts';
import { PolicyEditor } from './editor.tsx';
import { type Effect, EffectTable } from './effect.tsx';
import { finishedPolicy } from './finished.ts';
import styles from './page.module.css';
import { policyPageTexts } from './page-texts.ts';
import { isSame } from './path.ts';
import { useSayPolicy } from './say-value.ts';

interface ProposalProps {
  readonly policy: unknown;
  readonly onDone: () => void;
}

/** A policy that is proposed: changed in a form, tried on the real year, and only then set. */
export function Proposal({ policy, onDone }: ProposalProps): ReactNode {
  const t = useTexts(policyPageTexts);
  const year = useFiscalYear();
  const faults = useFaults((name) => `policy-${name}`);
  const [proposed, setProposed] = useState(policy);
  const [effect, setEffect] = useState<Effect>();
  const [setting, setSetting] = useState(false);
  const unchanged = isSame(finishedPolicy(proposed), policy);
  const preview = () => {
    faults.clear();
    const body = { fiscalYear: Number.parseInt(year, 10), policy: finishedPolicy(proposed) };
    send('/api/v1/control/re-runs', { body }).then(setEffect, faults.refused);
  };
  return (
    <section aria-labelledby="policy-editing">
      <h2 id="policy-editing">{t('editing')}</h2>
      <p className={styles['note']}>{t('editHow')}</p>
      <ErrorSummary faults={faults.faults} />
      <PolicyEditor
        policy={proposed}
        faultOf={faults.of}
        onChange={(next) => {
          // What was tried is not what stands there now.
          setEffect(undefined);
          setProposed(next);
        }}
      />
      <div className={styles['buttons']}>
        <Button disabled={unchanged} onClick={preview}>
          {t('preview', { year })}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('discard')}
        </Button>
      </div>
      {unchanged ? <p>{t('same')}</p> : null}
      {effect === undefined ? null : (
        <>
          <EffectTable effect={effect} year={year} />
          <Button
            onClick={() => {
              setSetting(true);
            }}
          >
            {t('set')}
          </Button>
        </>
      )}
      {setting ? (
        <SetPolicy
          before={policy}
          after={finishedPolicy(proposed)}
          onClose={() => {
            setSetting(false);
          }}
          onSet={onDone}
        />
      ) : null}
    </section>
  );
}

interface SetPolicyProps {
  readonly before: unknown;
  readonly after: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
  readonly onSet: () => void;
}

function SetPolicy({ before, after, onClose, onSet }: SetPolicyProps): ReactNode {
  const t = useTexts(policyPageTexts);
  const form = useTexts(formTexts);
  const say = useSayPolicy();
  const today = useSession()?.today ?? '';
  const [reason, setReason] = useState('');
  const [isSet, setIsSet] = useState(false);
  const said = say.all(before);
  const changes = say
    .all(after)
    .flatMap(([setting, now], at) =>
      said[at]?.[1] === now ? [] : [t('willChange', { setting, old: said[at]?.[1] ?? '', new: now })],
    );
  return (
    <ChangeDialog
      title={t('set')}
      fieldIds={{ reason: 'policy-reason' }}
      check={() => []}
      review={() => [...changes, t('willCountFrom')]}
      act={t('actSet')}
      send={async (key) => {
        const given = reason.trim() === '' ? {} : { reason: reason.trim() };
        const { position } = await send('/api/v1/control/policy', {
          params: { header: keyed(key) },
          body: { policy: { ...after }, effectiveOn: today, ...given },
        });
        setIsSet(true);
        return <Recorded said={t('didSet')} position={position} />;
      }}
      onClose={isSet ? onSet : onClose}
      fields={(faultOf) => (
        <TextInput
          id="policy-reason"
          label={`${form('reason')} ${form('optional')}`}
          value={reason}
          error={faultOf('policy-reason')}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
        />
      )}
    />
  );
}
