import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useSession } from '../../api/session.ts';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useLedTo, useOrganisationCode } from '../../app/use-organisation.ts';
import { useSetView } from '../../app/view.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { newKey } from '../../api/idempotency-key.ts';
import { commandOf, titleOf } from './catalogue/catalogue.ts';
import type { CommandShape } from './catalogue/command-shape.ts';
import { PostingForm } from './form/posting-form.tsx';
import { prefilled } from './form/prefill.ts';
import { recordedAs } from './form/recorded-forms.ts';
import { readDraft } from './form/use-draft.ts';
import { useMayPost } from './may-post.ts';
import { postTexts } from './texts.ts';

/** The form of one command, by operation: `/post/commitmentMake`. */
export default function PostPage(): ReactNode {
  const t = useTexts(postTexts);
  const { kind = '' }: { kind?: string } = useParams({ strict: false });
  const { isPast } = useClocks();
  const shape = commandOf(kind);
  if (!shape) {
    return (
      <Page title={t('unknownKind')}>
        <Link to="/post">{t('toChooser')}</Link>
      </Page>
    );
  }
  return isPast ? <NotInThePast shape={shape} /> : <WithRight shape={shape} />;
}

function NotInThePast({ shape }: { readonly shape: CommandShape }): ReactNode {
  const t = useTexts(postTexts);
  const setView = useSetView();
  return (
    <Page title={titleOf(shape.id, useLanguage())}>
      <Alert color="yellow" title={t('past')}>
        <Button variant="default" onClick={() => setView({ known: undefined })}>
          {t('backToNow')}
        </Button>
      </Alert>
    </Page>
  );
}

function WithRight({ shape }: { readonly shape: CommandShape }): ReactNode {
  const t = useTexts(postTexts);
  const session = useSession();
  const mayPost = useMayPost();
  const title = titleOf(shape.id, useLanguage());
  if (!session) return null;
  if (mayPost(shape.id)) return <Born shape={shape} />;
  return (
    <Page title={title}>
      <Alert color="yellow" role="alert">
        {t('noRight', { title })}
      </Alert>
    </Page>
  );
}

/** Gives the form its key, which stands in the address: reload and Back find the same form. */
function Born({ shape }: { readonly shape: CommandShape }): ReactNode {
  const { draft }: { draft?: string | number } = useSearch({ strict: false });
  const navigate = useNavigate();
  const id = draft === undefined ? undefined : String(draft);
  useEffect(() => {
    if (id === undefined)
      void navigate({ to: '.', search: (before: object) => ({ ...before, draft: newKey() }), replace: true });
  }, [id, navigate]);
  return id === undefined ? null : <Loaded key={`${shape.id} ${id}`} shape={shape} id={id} />;
}

function Loaded({ shape, id }: { readonly shape: CommandShape; readonly id: string }): ReactNode {
  const title = titleOf(shape.id, useLanguage());
  const fiscalYear = useFiscalYear();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const kept = useQuery({
    queryKey: ['draft', id],
    queryFn: () => readDraft(id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { data } = kept;
  const organisation = useOrganisationCode();
  const isThere = useLedTo(data?.organisation);
  const recorded = recordedAs(id);
  if (recorded !== undefined && !data) return <Recorded shape={shape} number={recorded} />;
  if (data === undefined || !isThere || fiscalYear === '')
    return (
      <Page title={title} answers={[kept]}>
        {null}
      </Page>
    );
  const first = data ?? { form: shape.id, values: prefilled(shape, search, fiscalYear), revision: 0 };
  return (
    <PostingForm
      key={`${id} ${kept.dataUpdatedAt}`}
      shape={shape}
      id={id}
      first={{ organisation, ...first }}
      onReadAgain={() => void kept.refetch()}
    />
  );
}

/** Whoever comes back to a form that is recorded is led to what it became. */
function Recorded({ shape, number }: { readonly shape: CommandShape; readonly number: string }): ReactNode {
  const t = useTexts(postTexts);
  return (
    <Page title={t('recordedTitle')}>
      <p>{t('recordedAs', { number })}</p>
      <p>
        <Link to="/r/$number" params={{ number }}>
          {t('toReceipt')}
        </Link>
      </p>
      <p>
        <Link to="/post/$kind" params={{ kind: shape.id }} search={{}}>
          {t('newForm')}
        </Link>
      </p>
    </Page>
  );
}
