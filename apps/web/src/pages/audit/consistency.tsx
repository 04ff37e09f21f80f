import { Alert, Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/use-answer.ts';
import { checkConsistency, type ConsistencyVerdict } from '../../proof/check-consistency.ts';
import { useTexts } from '../../texts/texts.ts';
import { auditTexts } from './texts.ts';

interface ConsistencyProps {
  /** Signed notes: the first of the ledger, and its last. */
  readonly first: string;
  readonly last: string;
}

/** Shows that an earlier checkpoint is the beginning of the last one, checked by the browser itself. */
export function Consistency({ first, last }: ConsistencyProps): ReactNode {
  const t = useTexts(auditTexts);
  const [own, setOwn] = useState('');
  const [verdict, setVerdict] = useState<ConsistencyVerdict>();
  const [problem, setProblem] = useState<string>();
  const onCheck = async () => {
    setProblem(undefined);
    setVerdict(undefined);
    try {
      const { keys } = await ask('/api/v1/checkpoints/keys', {});
      // A text area ends a pasted note without its last newline.
      const earlier = own.trim() === '' ? first : `${own.trimEnd()}\n`;
      setVerdict(
        await checkConsistency(
          { earlier, later: last, keys: keys.map(({ key }) => key) },
          async (from, to) => {
            const query = { log: 'ledger' as const, from: String(from), to: String(to) };
            return (await ask('/api/v1/checkpoints/consistency', { params: { query } })).proof;
          },
        ),
      );
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <h3>{t('consistency')}</h3>
      <p>{t('consistencyWhy')}</p>
      <Textarea
        label={t('ownNote')}
        description={t('ownNoteHint')}
        value={own}
        rows={3}
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => setOwn(value)}
      />
      <p>
        <Button onClick={() => void onCheck()}>{t('checkConsistency')}</Button>
      </p>
      <div aria-live="polite">
        {problem === undefined ? null : <Alert color="red">{problem}</Alert>}
        {verdict === undefined ? null : <Found verdict={verdict} />}
      </div>
    </>
  );
}

function Found({ verdict }: { readonly verdict: ConsistencyVerdict }): ReactNode {
  const t = useTexts(auditTexts);
  const isGood = verdict.found === 'consistent';
  const said = isGood
    ? t('consistent', { from: verdict.from, to: verdict.to })
    : t(verdict.found === 'not-signed' ? 'noteWrong' : 'inconsistent');
  return (
    <Alert color={isGood ? 'green' : 'red'} data-consistent={isGood}>
      {said}
    </Alert>
  );
}
