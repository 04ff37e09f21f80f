import { type ReactNode, useState } from 'react';
import { useMarkedTitle } from '../../app/use-organisation.ts';
import { Content } from '../../parts/page.tsx';
import { useTexts } from '../../texts/texts.ts';
import { BoardReport } from './board-report.tsx';
import { NOTHING_TYPED, PublishForm } from './publish-form.tsx';
import { ReportFields } from './report-fields.tsx';
import styles from './page.module.css';
import { reportsTexts } from './texts.ts';
import { usePreview } from './use-preview.ts';
import { type ReportDraft, useReportDraft } from './use-report-draft.ts';

interface ReportBuilderProps {
  readonly id: string;
  readonly first: { readonly draft: ReportDraft; readonly revision: number };
}

const KEPT = { new: undefined, changed: 'draftChanged', kept: 'draftKept', failed: 'draftFailed' } as const;

/** Choices on top, then what would be published, then the act itself. */
export function ReportBuilder({ id, first }: ReportBuilderProps): ReactNode {
  const t = useTexts(reportsTexts);
  const marked = useMarkedTitle();
  // One that is begun keeps its key, however often the page is drawn.
  const [begun] = useState(first);
  const { draft, state, change, discard } = useReportDraft(id, begun, ({ report, fiscalYear: year }) =>
    marked(t('draftOf', { report, year })),
  );
  const preview = usePreview(draft);
  const [published, setPublished] = useState(false);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const said = KEPT[state];
  return (
    <>
      <ReportFields draft={draft} onChange={change} title={preview.data?.title} />
      <p className={styles['note']} role="status">
        {said === undefined || published ? '' : t(said)}
      </p>
      <Content answers={[preview]}>
        {() =>
          preview.data === undefined ? null : (
            <>
              <section className={styles['section']} aria-labelledby="preview">
                <h2 id="preview">{t('preview')}</h2>
                <div className={styles['preview']} role="region" aria-labelledby="preview" tabIndex={0}>
                  <BoardReport html={preview.data.html} css={preview.data.css} />
                </div>
              </section>
              <PublishForm
                draft={draft}
                onChange={change}
                typed={typed}
                onTyped={setTyped}
                number={preview.data.number}
                canPrint={preview.data.canPrint}
                onPublished={async () => {
                  setPublished(true);
                  await discard();
                }}
              />
            </>
          )
        }
      </Content>
    </>
  );
}
