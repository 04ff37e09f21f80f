import type { ReactNode } from 'react';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { policyPageTexts } from './page-texts.ts';
import { useSayPolicy } from './say-value.ts';
import { LISTS, SINGLE } from './settings.ts';

interface ShownPolicyProps {
  readonly policy: unknown;
  readonly defaults: unknown;
  readonly version: number;
}

/** The policy in force, setting by setting, with what counts where none is said. */
export function ShownPolicy({ policy, defaults, version }: ShownPolicyProps): ReactNode {
  const t = useTexts(policyPageTexts);
  const say = useSayPolicy();
  const row = (label: string, lines: readonly string[], asDefault: readonly string[]) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td>
        <Lines lines={lines} none={t('nothing')} />
      </td>
      <td>
        {lines.join() === asDefault.join() ? t('asDefault') : <Lines lines={asDefault} none={t('nothing')} />}
      </td>
    </tr>
  );
  return (
    <FigureTable caption={version === 0 ? t('policyFirst') : t('policy', { version })} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('setting')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('default')}</th>
        </tr>
      </thead>
      <tbody>
        {SINGLE.map((setting) =>
          row(say.label(setting), [say.value(setting, policy)], [say.value(setting, defaults)]),
        )}
        {LISTS.map((list) => row(say.listLabel(list), say.rules(list, policy), say.rules(list, defaults)))}
      </tbody>
    </FigureTable>
  );
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }): ReactNode {
  if (lines.length === 0) return none;
  return lines.map((line) => <div key={line}>{line}</div>);
}
