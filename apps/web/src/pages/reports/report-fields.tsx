import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { MomentSelect } from '../../clocks/moment-select.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { reportsTexts } from './texts.ts';
import { useEntered } from './use-entered.ts';
import type { ReportDraft } from './use-report-draft.ts';

interface ReportFieldsProps {
  readonly draft: ReportDraft;
  readonly onChange: (change: Partial<ReportDraft>) => void;
  /** The title that holds when none is typed. */
  readonly title: string | undefined;
}

/** Which report, as known when, in which layout and language, under which words. */
export function ReportFields({ draft, onChange, title }: ReportFieldsProps): ReactNode {
  const t = useTexts(reportsTexts);
  const { date } = useDates();
  const entered = useEntered(draft.fiscalYear) ?? [];
  return (
    <div className={styles['form']}>
      <NativeSelect
        label={t('report')}
        value={draft.report}
        data={entered.map(({ code, quarter, day }) => ({
          value: code,
          label: t('reportOption', { code, quarter: quarter?.slice(1) ?? '', day: date(day) }),
        }))}
        onChange={({ currentTarget: { value } }) => {
          onChange({ report: value, knownAt: undefined });
        }}
      />
      <NativeSelect
        label={t('template')}
        value={draft.template}
        data={[
          { value: 'board', label: t('board') },
          { value: 'summary', label: t('summary') },
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ template: value === 'summary' ? 'summary' : 'board' });
        }}
      />
      <NativeSelect
        label={t('language')}
        value={draft.language}
        data={[
          { value: 'th', label: t('thai') },
          { value: 'en', label: t('english') },
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ language: value === 'en' ? 'en' : 'th' });
        }}
      />
      <Moment draft={draft} onChange={onChange} />
      <TextInput
        className={styles['wide'] ?? ''}
        label={t('reportTitle')}
        value={draft.title}
        placeholder={title ?? ''}
        maxLength={500}
        onChange={({ currentTarget: { value } }) => {
          onChange({ title: value });
        }}
      />
      <Textarea
        className={styles['wide'] ?? ''}
        label={t('foreword')}
        value={draft.foreword}
        maxLength={4000}
        minRows={2}
        onChange={({ currentTarget: { value } }) => {
          onChange({ foreword: value });
        }}
      />
    </div>
  );
}

/** The day of the report, unless another moment is chosen. */
function Moment({ draft, onChange }: Pick<ReportFieldsProps, 'draft' | 'onChange'>): ReactNode {
  const t = useTexts(reportsTexts);
  if (draft.knownAt === undefined) {
    return (
      <NativeSelect
        label={t('moment')}
        value="report"
        data={[
          { value: 'report', label: t('momentOfReport') },
          { value: 'other', label: '…' },
        ]}
        onChange={() => {
          onChange({ knownAt: 'now' });
        }}
      />
    );
  }
  const position = draft.knownAt === 'now' ? undefined : draft.knownAt;
  return (
    <div>
      <MomentSelect
        label={t('moment')}
        value={position}
        fiscalYear={draft.fiscalYear}
        onChange={(chosen) => {
          onChange({ knownAt: chosen ?? 'now' });
        }}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          onChange({ knownAt: undefined });
        }}
      >
        {t('useMomentOfReport')}
      </Button>
    </div>
  );
}
