import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Page } from '../../parts/page.tsx';
import { useLanguage } from '../../texts/language.ts';
import { say, type Text, useTexts } from '../../texts/texts.ts';
import { commandGroups, type CommandGroup, groupTexts } from './catalogue/command-texts.ts';
import styles from './page.module.css';
import { postTexts } from './texts.ts';

/** Commands that have a page of their own beside their form. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  policySet: '/admin/policy',
  dutyGrant: '/admin/policy',
  dutyWithdraw: '/admin/policy',
  dutyDelegate: '/admin/policy',
  periodSoftClose: '/admin/periods',
  periodClose: '/admin/periods',
  periodReopen: '/admin/periods',
  quarterlyReportPublish: '/reports/new',
  approvalGive: '/inbox',
  approvalRefuse: '/inbox',
  approvalWithdraw: '/inbox',
};

/** What can be posted, by what it is about; any part of a name finds it. */
export default function PostChooser(): ReactNode {
  const t = useTexts(postTexts);
  const [text, setText] = useState('');
  const drafts = useAnswer('/api/v1/desk/drafts', { params: { query: { kind: 'post' } } });
  const groups = useGroups(text);
  return (
    <Page title={t('choose')} actions={<OwnLists drafts={drafts.data?.drafts.length ?? 0} />}>
      <TextInput
        className={styles['search']}
        label={t('chooserSearch')}
        description={t('chooserHint')}
        type="search"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div aria-live="polite">{groups.length === 0 ? <p>{t('noForm', { text })}</p> : null}</div>
      {groups.map(({ name, commands }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul className={styles['chooser']}>
            {commands.map(({ id, title }) => (
              <li key={id}>
                {ELSEWHERE[id] === undefined ? (
                  <Link to="/post/$kind" params={{ kind: id }}>
                    {title}
                  </Link>
                ) : (
                  <Link to={ELSEWHERE[id]}>{title}</Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

/** What I have begun, and what was refused to me. */
function OwnLists({ drafts }: { readonly drafts: number }): ReactNode {
  const t = useTexts(postTexts);
  return (
    <>
      {drafts === 0 ? null : <Link to="/drafts">{t('drafts', { n: drafts })}</Link>}
      <Link to="/attempts">{t('attempts')}</Link>
    </>
  );
}

/** The groups with the commands whose name in either language, or operation, holds the text. */
function useGroups(text: string) {
  const language = useLanguage();
  const part = text.trim().toLowerCase();
  return (Object.keys(groupTexts) as CommandGroup[])
    .map((group) => ({
      name: say(groupTexts[group], language),
      commands: Object.entries<Text>(commandGroups[group])
        .filter(([id, { th, en }]) => `${id} ${th} ${en}`.toLowerCase().includes(part))
        .map(([id, title]) => ({ id, title: say(title, language) })),
    }))
    .filter(({ commands }) => commands.length > 0);
}
