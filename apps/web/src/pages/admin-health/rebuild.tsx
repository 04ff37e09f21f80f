import type { ReactNode } from 'react';
import { send } from '../../api/use-send.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import { healthTexts } from './texts.ts';

/** Builds every read model again, after asking; the totals before and after are compared. */
export function Rebuild({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTexts(healthTexts);
  return (
    <ChangeDialog
      title={t('rebuild')}
      check={() => []}
      review={() => [t('willRebuild')]}
      act={t('rebuild')}
      send={async () => {
        const { equal, projections } = await send('/api/v1/projections/rebuild', {});
        const names = projections.filter((each) => !each.equal).map(({ name }) => name);
        return <p>{equal ? t('didRebuildEqual') : t('didRebuildOther', { names: names.join(', ') })}</p>;
      }}
      onClose={onClose}
      fields={() => <p>{t('willRebuild')}</p>}
    />
  );
}
