import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { ApiProblem } from '../../../api/problem.ts';
import { useMarkedTitle } from '../../../app/use-organisation.ts';
import { useCalendar } from '../../../clocks/use-calendar.ts';
import { Page } from '../../../parts/page.tsx';
import { useLanguage } from '../../../texts/language.ts';
import { useTexts } from '../../../texts/texts.ts';
import { titleOf } from '../catalogue/catalogue.ts';
import type { CommandShape } from '../catalogue/command-shape.ts';
import { postTexts } from '../texts.ts';
import { Entry, MEANS_OUTSIDE } from './entry.tsx';
import { refusedFaults, type SaidFault, saidFault, stillStands } from './faults.ts';
import { placeOf } from './layout.ts';
import { outsideYear } from './outside-year.ts';
import { keptForNext } from './prefill.ts';
import { readForm } from './read-form.ts';
import { recordedAs, rememberRecorded } from './recorded-forms.ts';
import { Review } from './review.tsx';
import { draftTitle } from './draft-title.ts';
import { type KeptDraft, useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';
import { useCtrlEnter } from './use-ctrl-enter.ts';
import { useTrial } from './use-trial.ts';
import type { Values } from './values.ts';
import { newKey } from '../../../api/idempotency-key.ts';

interface PostingFormProps {
  readonly shape: CommandShape;
  /** Identity of the draft, and the idempotency key of the posting: both are born with the form. */
  readonly id: string;
  readonly first: KeptDraft;
  readonly onReadAgain: () => void;
}

/** What was wrong when the form was looked at last, and what stood in it then. */
interface Found {
  readonly faults: readonly SaidFault[];
  readonly typed: Values;
}

/** A form from its first letter to its receipt. */
export function PostingForm({ shape, id, first, onReadAgain }: PostingFormProps): ReactNode {
  const t = useTexts(postTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const title = titleOf(shape.id, language);
  const { review = false, last }: { review?: boolean; last?: string | number } = useSearch({ strict: false });
  const marked = useMarkedTitle();
  const draft = useDraft(id, first, (values) => marked(draftTitle(shape, values, language)));
  const { sending, send } = useSending(shape, id);
  const [{ faults: found, typed }, setFound] = useState<Found>({ faults: [], typed: {} });
  const read = useMemo(() => readForm(shape, draft.values), [shape, draft.values]);
  const submit = `W-${id.slice(0, 12)}`;
  const trial = useTrial(shape, read, submit, sending.state === 'idle');
  const outsideOf = outsideYear(read, useCalendar());
  const reviewing = review && read.faults.length === 0;

  const step = (next: { review: boolean | undefined }, replace = false) =>
    navigate({ to: '.', search: (before: object) => ({ ...before, ...next }), replace });

  const toReview = () => {
    const faults = read.faults.map((fault) => saidFault(shape.id, fault, language));
    const unmeant = outsideOf !== undefined && draft.values[MEANS_OUTSIDE] !== 'true';
    if (unmeant)
      faults.push({ ...saidFault(shape.id, { path: 'effectiveOn', code: 'outside-year' }, language) });
    const sorted = faults.toSorted((a, b) => placeOf(shape, a.path ?? '') - placeOf(shape, b.path ?? ''));
    setFound({ faults: sorted, typed: draft.values });
    if (faults.length === 0) void step({ review: true });
  };

  const record = async (andNext: boolean) => {
    const answer = await send(read, trial.state === 'approval' ? submit : undefined);
    if (answer instanceof ApiProblem) {
      setFound({ faults: refusedFaults(shape, answer, language), typed: draft.values });
      return step({ review: undefined }, true);
    }
    if (answer?.position === undefined) return undefined;
    rememberRecorded(id, answer.position);
    await draft.discard();
    if (!andNext) return navigate({ to: '/r/$number', params: { number: answer.position }, replace: true });
    const kept = keptForNext(draft.values, read.body['effectiveOn']);
    const search = { ...kept, last: answer.position, draft: newKey() };
    return navigate({ to: '/post/$kind', params: { kind: shape.id }, search, replace: true });
  };

  useCtrlEnter(() => {
    if (!reviewing) toReview();
    else if (sending.state !== 'sending' && sending.state !== 'unknown') void record(false);
  });

  return (
    <Page
      title={reviewing ? t('titleReview', { title }) : title}
      titlePrefix={found.length > 0 && !reviewing ? t('titleWrong') : ''}
    >
      {last === undefined || reviewing ? null : <LastRecorded number={String(last)} />}
      {reviewing ? (
        <Review
          shape={shape}
          form={read}
          trial={trial}
          sending={sending}
          onBack={() => void step({ review: undefined })}
          onSend={(andNext) => void record(andNext)}
        />
      ) : (
        <Entry
          shape={shape}
          values={draft.values}
          onChange={draft.change}
          faults={found}
          standing={found.filter((fault) => stillStands(fault, typed, draft.values))}
          trial={trial}
          draft={recordedAs(id) === undefined ? draft.state : 'elsewhere'}
          outsideOf={outsideOf}
          onReview={toReview}
          onReadAgain={onReadAgain}
          onDiscard={() => void draft.discard().then(() => navigate({ to: '/post' }))}
        />
      )}
    </Page>
  );
}

/** What was recorded before this form was begun. */
function LastRecorded({ number }: { readonly number: string }): ReactNode {
  const t = useTexts(postTexts);
  return (
    <p role="status">
      <Link to="/r/$number" params={{ number }}>
        {t('lastRecorded', { number })}
      </Link>
    </p>
  );
}
