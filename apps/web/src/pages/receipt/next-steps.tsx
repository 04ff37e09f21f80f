import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { commandThatPosts, titleOf } from '../post/catalogue/catalogue.ts';
import { useMayPost } from '../post/may-post.ts';
import { FOLLOW_UPS, prefillOf } from './follow-ups.ts';
import styles from './page.module.css';
import type { Posting } from './said-posting.ts';
import { receiptTexts } from './texts.ts';

const DOCUMENTS = ['request', 'commitment', 'acceptance', 'disbursement'] as const;

/** What can be done with a posting: never edit, never delete. */
export function NextSteps({ posting }: { readonly posting: Posting }): ReactNode {
  const t = useTexts(receiptTexts);
  const language = useLanguage();
  const { isPast } = useClocks();
  const mayPost = useMayPost();
  const { fiscalYear, project, number, receiptUrl } = posting;
  const open = posting.events.filter(({ reversedBy }) => reversedBy === null);
  const subject = open.findLast(({ type }) => FOLLOW_UPS[type] !== undefined);
  const steps = isPast || !subject ? undefined : FOLLOW_UPS[subject.type];
  const same = posting.posts.map((each) => commandThatPosts(each)).find((shape) => shape !== undefined);
  const document = documentOf(posting);
  return (
    <section className={styles['panel']}>
      <h2>{t('next')}</h2>
      <div className={styles['actions']}>
        {(['next', 'reverse', 'adjust'] as const).map((kind) => {
          const step = steps?.[kind];
          if (!step || !subject || !mayPost(step.form)) return null;
          const title = titleOf(step.form, language);
          return (
            <Link
              key={kind}
              to="/post/$kind"
              params={{ kind: step.form }}
              search={prefillOf(step, { fiscalYear, project, data: subject.data })}
            >
              {kind === 'next' ? t('step', { title }) : title}
            </Link>
          );
        })}
        {same && !isPast && mayPost(same.id) ? (
          <Link
            to="/post/$kind"
            params={{ kind: same.id }}
            search={prefillOf(
              { form: same.id, keeps: ['line'] },
              { fiscalYear, project, data: subject?.data ?? {} },
            )}
          >
            {t('again')}
          </Link>
        ) : null}
        {document !== undefined && fiscalYear !== null && project !== null ? (
          <Link to="/doc/$fy/$project/$document" params={{ fy: String(fiscalYear), project, document }}>
            {t('document', { document })}
          </Link>
        ) : null}
        <Link to="/e/$position" params={{ position: number }}>
          {t('proof')}
        </Link>
        <a href={receiptUrl} download={`receipt-${number}.json`}>
          {t('download')}
        </a>
        <Button variant="default" size="xs" onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
    </section>
  );
}

/** The number of the document that the posting is about. */
function documentOf({ events }: Posting): string | undefined {
  for (const { data } of events) {
    for (const name of DOCUMENTS) if (typeof data[name] === 'string') return data[name];
  }
  return undefined;
}
