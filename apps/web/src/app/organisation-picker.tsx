import { NativeSelect } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { useTexts } from '../texts/texts.ts';
import { isCommonMoment, nameIn, pageOfAnother } from './organisation.ts';
import { shellTexts } from './texts.ts';
import { useView } from './view.ts';

/** Which organisation the pages are about; shows only where its reader may look at several. */
export function OrganisationPicker(): ReactNode {
  const t = useTexts(shellTexts);
  const { org, lang, known } = useView();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const organisations = useSession()?.organisations ?? [];
  const choices = organisations.map((each) => ({
    value: each.organisation,
    label: nameIn(lang, each),
  }));
  // One that is misspelt in the address stands there as it is: the page tells that there is none.
  const isKnown = choices.some(({ value }) => value === org);
  if (org === undefined || choices.length < (isKnown ? 2 : 1)) return null;
  return (
    <NativeSelect
      label={t('organisation')}
      value={org}
      data={isKnown ? choices : [{ value: org, label: org }, ...choices]}
      onChange={({ currentTarget: { value } }) => {
        void navigate({
          to: pageOfAnother(pathname),
          search: {
            org: value,
            ...(known !== undefined && !isCommonMoment(known) ? { known: undefined } : {}),
          },
        });
      }}
    />
  );
}
