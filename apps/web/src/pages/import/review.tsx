import { Button, Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatBaht, parseBaht, sum } from '#kernel';
import { useLineName } from '../../parts/line-name.ts';
import { Baht } from '../../parts/figure.tsx';
import type { LineAfter, RowReader, RowState } from '../../sheets/faults.ts';
import { kindOf, type Sheet } from '../../sheets/sheet.ts';
import type { PostingState } from '../../sheets/use-posting-sheet.ts';
import { sayAmount } from '../../texts/amounts.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { PostingProgress } from './posting-progress.tsx';
import { reviewTexts, sheetTexts } from './texts.ts';

interface ReviewProps {
  readonly sheet: Sheet;
  readonly change: (next: (sheet: Sheet) => Sheet) => void;
  readonly states: ReadonlyMap<number, RowState>;
  readonly reader: RowReader;
  readonly isChecking: boolean;
  readonly isLocked: boolean;
  readonly state: PostingState;
  /** Asks again for the outcome of what was sent. */
  readonly askAgain: () => void;
  readonly post: () => void;
  /** Hands the sheet in for approval instead. */
  readonly handIn: () => void;
}

/** What will be recorded, before it is: all rows in a sentence, what is available before and after, and the button. */
export function Review(props: ReviewProps): ReactNode {
  const { sheet, change, states, reader, isChecking, isLocked, state, askAgain, post, handIn } = props;
  const t = useTexts(reviewTexts);
  const s = useTexts(sheetTexts);
  const language = useLanguage();
  const [isSure, setSure] = useState(false);
  const total = totalOf(sheet, states, reader);
  const said = total === undefined ? undefined : `${sayAmount(total, 'baht')} ${s('unitBaht')}`;
  const rows = states.size;
  const kind = kindOf(sheet).title[language];
  const isFaulty = [...states.values()].some(({ faults }) => faults.length > 0);
  const isTried = rows > 0 && [...states.values()].every(({ tried }) => tried);
  // One that needs approval has the whole sheet wait: it is recorded as one.
  const mayWait =
    !isChecking && isTried && !isFaulty && [...states.values()].some(({ needsApproval }) => needsApproval);
  const isBusy = state.kind === 'sending' || state.kind === 'unknown';
  const { file } = sheet;
  return (
    <section aria-labelledby="review-title">
      <h2 id="review-title">{t('title')}</h2>
      <div className={styles['review']}>
        <p>
          {said === undefined
            ? t('sentencePlain', { kind, rows })
            : t('sentence', { kind, rows, total: said })}
        </p>
        <Lines states={states} />
        {file === null ? null : (
          <p className={styles['digest']}>
            {t('evidence', { name: file.name, size: file.size, digest: file.sha256 })}
          </p>
        )}
        <TextInput
          className={styles['wide']}
          label={t('reason')}
          disabled={isLocked}
          value={sheet.reason}
          onChange={(event) => {
            const reason = event.currentTarget.value;
            change((before) => ({ ...before, reason }));
          }}
        />
        {isFaulty ? <p>{t('mendFirst')}</p> : null}
        {mayWait ? <p>{t('approval')}</p> : null}
        {!isFaulty && isChecking ? <p>{t('waitCheck')}</p> : null}
        <Checkbox
          label={t('confirm')}
          checked={isSure}
          disabled={isLocked}
          onChange={(event) => {
            setSure(event.currentTarget.checked);
          }}
        />
        {mayWait ? (
          <Button disabled={isLocked || !isSure || isBusy} loading={isBusy} onClick={handIn}>
            {t('handIn', { rows })}
          </Button>
        ) : (
          <Button
            disabled={isLocked || !isSure || isFaulty || !isTried || isBusy}
            loading={isBusy}
            onClick={post}
          >
            {said === undefined ? t('postPlain', { rows }) : t('post', { rows, total: said })}
          </Button>
        )}
        <PostingProgress state={state} askAgain={askAgain} />
      </div>
    </section>
  );
}

/** The lines that the rows touch, from before the first to after the last. */
function Lines({ states }: { readonly states: ReadonlyMap<number, RowState> }): ReactNode {
  const t = useTexts(reviewTexts);
  const lineName = useLineName();
  const lines = linesOf(states);
  if (lines.length === 0) return null;
  return (
    <div className={styles['scroll']} role="region" tabIndex={0} aria-label={t('lines')}>
      <table className={styles['table']}>
        <caption>{t('lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('line')}</th>
            <th scope="col" className="number">
              {t('before')}
            </th>
            <th scope="col" className="number">
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ project, line, before, after }) => (
            <tr key={`${project} ${line.fundSource} ${line.category}`}>
              <th scope="row">{project}</th>
              <td>{lineName(line)}</td>
              <td className="number">
                <Baht value={before} />
              </td>
              <td className="number">
                <Baht value={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function linesOf(states: ReadonlyMap<number, RowState>): readonly LineAfter[] {
  const lines = new Map<string, LineAfter>();
  for (const { available } of states.values()) {
    for (const each of available) {
      const key = `${each.project} ${each.line.fundSource} ${each.line.category}`;
      lines.set(key, { ...each, before: lines.get(key)?.before ?? each.before });
    }
  }
  return [...lines.values()];
}

/** What the rows come to, in baht; nothing for kinds without amounts. */
function totalOf(sheet: Sheet, states: ReadonlyMap<number, RowState>, reader: RowReader): string | undefined {
  const keys = kindOf(sheet).columns.flatMap(({ key, form }) => (form === 'amount' ? [key] : []));
  if (keys.length === 0) return undefined;
  const given = [...states.keys()].flatMap((at) =>
    keys.flatMap((key) => reader.values(sheet, at)[key] ?? []),
  );
  return formatBaht(sum(given.map(parseBaht)));
}
