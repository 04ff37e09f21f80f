import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFiscalYears } from '../../app/fiscal-year.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Baht } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Content } from '../../parts/page.tsx';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { auditTexts } from './texts.ts';

type Finding = AnswerOf<'/api/v1/audit/findings'>['rows'][number];
type Rules = AnswerOf<'/api/v1/audit/rules'>['rules'];

const FEW = 20;
const MANY = 1_000;

/** Conditions of the findings, as the address of the page holds them. */
interface Asked {
  readonly rule?: string | undefined;
  readonly project?: string | undefined;
  readonly year?: string | undefined;
  readonly ended?: boolean | undefined;
}

function useAsked(): { readonly asked: Asked; readonly set: (change: Asked) => void } {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const text = (name: string): string | undefined => {
    const value = search[name];
    // A code of digits alone reads as a number in an address.
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  return {
    asked: {
      rule: text('rule'),
      project: text('project'),
      year: text('year'),
      ended: search['ended'] === true,
    },
    set: (change) => {
      void navigate({ to: '.', search: (before: object) => ({ ...before, ...change }), resetScroll: false });
    },
  };
}

/** What the audit rules found, with the entries that show it. */
export function Findings(): ReactNode {
  const t = useTexts(auditTexts);
  const { query: clocks } = useClocks();
  const { asked } = useAsked();
  const [limit, setLimit] = useState(FEW);
  const { organisation } = clocks;
  const rules = useAnswer('/api/v1/audit/rules', {
    params: { query: organisation === undefined ? {} : { organisation } },
  });
  const query = {
    ...clocks,
    limit: String(limit),
    ...(asked.rule === undefined ? {} : { rule: asked.rule }),
    ...(asked.project === undefined ? {} : { project: asked.project }),
    ...(asked.year === undefined ? {} : { fiscalYear: Number(asked.year) }),
    ...(asked.ended === true ? { includeEnded: true } : {}),
  };
  const findings = useAnswer('/api/v1/audit/findings', { params: { query } }, { keep: true });
  return (
    <section>
      <h2>{t('findings')}</h2>
      <Content answers={[rules, findings]} lines={16}>
        {() =>
          rules.data === undefined || findings.data === undefined ? null : (
            <>
              <Conditions rules={rules.data.rules} />
              {findings.data.rows.length === 0 ? (
                <p>{t('noFindings')}</p>
              ) : (
                <FindingTable rows={findings.data.rows} rules={rules.data.rules} />
              )}
              {findings.data.next !== null && limit === FEW ? (
                <Button variant="default" onClick={() => setLimit(MANY)}>
                  {t('more')}
                </Button>
              ) : null}
            </>
          )
        }
      </Content>
    </section>
  );
}

function Conditions({ rules }: { readonly rules: Rules }): ReactNode {
  const t = useTexts(auditTexts);
  const language = useLanguage();
  const years = useFiscalYears()?.years ?? [];
  const { asked, set } = useAsked();
  const chosen = rules.find(({ rule }) => rule === asked.rule);
  return (
    <>
      <div className={styles['conditions']}>
        <NativeSelect
          label={t('rule')}
          value={asked.rule ?? ''}
          onChange={({ currentTarget: { value } }) => set({ rule: value === '' ? undefined : value })}
        >
          <option value="">{t('allRules')}</option>
          {rules.map(({ rule, name }) => (
            <option key={rule} value={rule}>
              {name[language]}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t('year')}
          value={asked.year ?? ''}
          onChange={({ currentTarget: { value } }) => set({ year: value === '' ? undefined : value })}
        >
          <option value="">{t('anyYear')}</option>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </NativeSelect>
        <ProjectField key={asked.project} value={asked.project ?? ''} onSet={(project) => set({ project })} />
        <Checkbox
          label={t('ended')}
          checked={asked.ended === true}
          onChange={({ currentTarget: { checked } }) => set({ ended: checked ? true : undefined })}
        />
      </div>
      {chosen === undefined ? null : (
        <p className={styles['dimmed']}>
          {t('rulesMeaning')}: {language === 'th' ? chosen.meaningTh : chosen.meaning}
        </p>
      )}
    </>
  );
}

/** Counts when it is left or sent. */
function ProjectField(props: {
  readonly value: string;
  readonly onSet: (code: string | undefined) => void;
}): ReactNode {
  const t = useTexts(auditTexts);
  const [typed, setTyped] = useState(props.value);
  const set = () => {
    const code = typed.trim();
    if (code !== props.value) props.onSet(code === '' ? undefined : code);
  };
  return (
    <TextInput
      label={t('project')}
      value={typed}
      autoComplete="off"
      onChange={({ currentTarget: { value } }) => setTyped(value)}
      onBlur={set}
      onKeyDown={({ key }) => {
        if (key === 'Enter') set();
      }}
    />
  );
}

function FindingTable({
  rows,
  rules,
}: {
  readonly rows: readonly Finding[];
  readonly rules: Rules;
}): ReactNode {
  const t = useTexts(auditTexts);
  const language = useLanguage();
  return (
    <FigureTable caption={t('findings')}>
      <thead>
        <tr>
          <th scope="col">{t('severity')}</th>
          <th scope="col">{t('rule')}</th>
          <th scope="col">{t('sentence')}</th>
          <th scope="col">{t('project')}</th>
          <th scope="col" className="number">
            {t('amount')}
          </th>
          <th scope="col">{t('people')}</th>
          <th scope="col">{t('entries')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((finding) => (
          <tr key={finding.id} data-finding={finding.id}>
            <th scope="row" className={styles['severity']} data-severity={finding.severity}>
              {t(finding.severity)}
            </th>
            <td>{rules.find(({ rule }) => rule === finding.rule)?.name[language] ?? finding.rule}</td>
            <td className={styles['sentence']}>
              {language === 'th' ? finding.sentenceTh : finding.sentence}
              {finding.until === null ? null : (
                <span className={styles['dimmed']}> {t('until', { position: finding.until })}</span>
              )}
            </td>
            <td>{finding.project}</td>
            <td className="number">{finding.amount === null ? null : <Baht value={finding.amount} />}</td>
            <td>{finding.people.join(', ')}</td>
            <td>
              <Entries positions={finding.events} />
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

function Entries({ positions }: { readonly positions: readonly string[] }): ReactNode {
  return (
    <span className={styles['entries']}>
      {positions.slice(0, FEW).map((position) => (
        <Link key={position} to="/e/$position" params={{ position }}>
          {position}
        </Link>
      ))}
      {positions.length > FEW ? '…' : null}
    </span>
  );
}
