import { NativeSelect } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useTexts } from '../texts/texts.ts';
import { shellTexts } from './texts.ts';
import { useSetView, useView } from './view.ts';

/** Which organisation the pages are about; shows only where the ledger has several. */
export function OrganisationPicker(): ReactNode {
  const t = useTexts(shellTexts);
  const { org, lang } = useView();
  const setView = useSetView();
  const permissions = useSession()?.permissions ?? [];
  const mayRead = permissions.includes('read-reports') || permissions.includes('administer');
  const { data } = useAnswer('/api/v1/organisations', {}, { enabled: mayRead });
  const several = data !== undefined && data.organisations.length > 1 ? data.organisations : [];
  const first = several[0]?.organisation;
  useEffect(() => {
    if (org === undefined && first !== undefined) setView({ org: first });
  }, [org, first, setView]);
  if (several.length === 0) return null;
  return (
    <NativeSelect
      label={t('organisation')}
      value={org ?? first ?? ''}
      data={several.map(({ organisation, name, nameEn }) => ({
        value: organisation,
        label: lang === 'en' ? (nameEn ?? name) : name,
      }))}
      onChange={({ currentTarget: { value } }) => {
        setView({ org: value });
      }}
    />
  );
}
