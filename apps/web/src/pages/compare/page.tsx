import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useMomentsAnswer, usePlaceWords, useResolved } from '../../clocks/use-moments.ts';
import { Content, Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Pickers } from './pickers.tsx';
import { Result } from './result.tsx';
import { compareTexts } from './texts.ts';
import { useProjectNames } from './use-project-names.ts';
import { type Compared, useCompared, useSetCompared } from './use-compared.ts';
import { csvAddress, useDiffQuery } from './use-diff-query.ts';

/** Two moments side by side: what changed, and the entries that explain it. */
export default function ComparePage(): ReactNode {
  const t = useTexts(compareTexts);
  const compared = useCompared();
  const [first, second] = [useResolved(compared.from ?? 'now'), useResolved(compared.to ?? 'now')];
  const isSwapped = positionOf(first) > positionOf(second);
  const query = useDiffQuery(compared);
  const enabled = compared.isReady && compared.fiscalYear !== '' && !isSwapped;
  const diff = useAnswer('/api/v1/diff', { params: { query } }, { enabled, keep: true });
  const { answer: accounts, names } = useProjectNames(compared);
  const moments = useMomentsAnswer();
  const export_ = (
    <Button component="a" variant="default" href={csvAddress(query)} download>
      {t('csv')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={enabled ? export_ : undefined}>
      <Pickers compared={compared} />
      {isSwapped ? (
        <Swapped compared={compared} />
      ) : (
        <>
          <BothPast compared={compared} />
          <Content answers={[...(compared.isReady ? [] : [moments]), diff, accounts]}>
            {diff.data === undefined ? (
              <p>{t('choose')}</p>
            ) : (
              <Result diff={diff.data} compared={compared} names={names} />
            )}
          </Content>
        </>
      )}
    </Page>
  );
}

const positionOf = ({ data }: ReturnType<typeof useResolved>): bigint => BigInt(data?.knownAt.position ?? 0);

function Swapped({ compared: { from, to } }: { readonly compared: Compared }): ReactNode {
  const t = useTexts(compareTexts);
  const set = useSetCompared();
  return (
    <Alert color="yellow" role="alert" title={t('swapped')}>
      <Button
        variant="default"
        onClick={() => {
          set({ a: to ?? 'now', b: from ?? 'now' });
        }}
      >
        {t('swap')}
      </Button>
    </Alert>
  );
}

/** Nothing on such a page is of today: both moments are named. */
function BothPast({ compared: { from, to } }: { readonly compared: Compared }): ReactNode {
  const t = useTexts(compareTexts);
  const words = usePlaceWords();
  const [first, second] = [useResolved(from), useResolved(to)];
  if (from === undefined || to === undefined) return null;
  const placeOf = (position: string, { data }: typeof first) => words(data?.knownAt ?? { position });
  const said = { from: placeOf(from, first), to: placeOf(to, second) };
  return (
    <Alert color="yellow" role="note">
      {t('bothPast', said)}
    </Alert>
  );
}
