import { type ReactNode, useState } from 'react';
import { isTermId } from '#glossary';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Term } from '../../parts/term/term.tsx';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { Of } from '../admin-parts/of.tsx';
import styles from './page.module.css';
import { dataTexts } from './texts.ts';

type Dataset = AnswerOf<'/api/v1/open-data'>['datasets'][number];
type Field = Dataset['fields'][number];

/** How other systems take what the ledger knows: datasets, their dictionary, the feed, the API. */
export default function DataPage(): ReactNode {
  const t = useTexts(dataTexts);
  const openData = useAnswer('/api/v1/open-data', {});
  return (
    <Page title={t('title')} answers={[openData]}>
      {() =>
        openData.data ? (
          <>
            <Datasets datasets={openData.data.datasets} />
            <Feed />
            <Licences version={openData.data.version} />
          </>
        ) : null
      }
    </Page>
  );
}

function Datasets({ datasets }: { readonly datasets: readonly Dataset[] }): ReactNode {
  const t = useTexts(dataTexts);
  return (
    <section aria-labelledby="data-sets">
      <h2 id="data-sets">{t('datasets')}</h2>
      <p>{t('datasetsHow')}</p>
      {datasets.map((dataset) => (
        <DatasetEntry key={dataset.id} dataset={dataset} />
      ))}
    </section>
  );
}

/** The CSV of a dataset for the year and the clocks of the page. */
function useDownload({ path, needs }: Dataset): string {
  const fiscalYear = useFiscalYear();
  const { query } = useClocks();
  const asked = new URLSearchParams({ format: 'csv', ...query });
  if (needs.includes('fiscalYear')) asked.set('fiscalYear', fiscalYear);
  if (needs.includes('quarter')) asked.set('quarter', 'Q4');
  return `${path}?${asked.toString()}`;
}

/** The columns are drawn once they are asked for: there are many. */
function DatasetEntry({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const t = useTexts(dataTexts);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const download = useDownload(dataset);
  const name = dataset.name[language];
  return (
    <article className={styles['dataset']}>
      <h3>{name}</h3>
      <p>
        <code className={styles['address']}>GET {dataset.path}</code>{' '}
        <a href={download} download={`${dataset.id}.csv`}>
          {t('download')}
          <Of what={name} />
        </a>
      </p>
      <details
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
        }}
      >
        <summary>{t('columnsCount', { count: dataset.fields.length })}</summary>
        {open ? <Dictionary caption={t('columns', { name })} fields={dataset.fields} /> : null}
      </details>
    </article>
  );
}

interface DictionaryProps {
  readonly caption: string;
  readonly fields: readonly Field[];
}

function Dictionary({ caption, fields }: DictionaryProps): ReactNode {
  const t = useTexts(dataTexts);
  return (
    <FigureTable caption={caption} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('column')}</th>
          <th scope="col">{t('meaning')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('unit')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.key}>
            <th scope="row">
              <code>{field.key}</code>
            </th>
            <td>
              <Meaning field={field} />
            </td>
            <td>{t(field.kind)}</td>
            <td>{field.unit === undefined ? '-' : t(field.unit)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

function Meaning({ field: { meaning, term } }: { readonly field: Field }): ReactNode {
  const language = useLanguage();
  const said = meaning[language];
  return term !== undefined && isTermId(term) ? <Term id={term}>{said}</Term> : said;
}

function Feed(): ReactNode {
  const t = useTexts(dataTexts);
  const address = `${location.origin}/api/v1/journal`;
  return (
    <>
      <section aria-labelledby="data-feed">
        <h2 id="data-feed">{t('feed')}</h2>
        <p>{t('feedHow')}</p>
        <pre className={styles['command']}>
          {`curl -H "Authorization: Bearer $OBLIGO_TOKEN" "${address}?after=1204&limit=500"`}
        </pre>
        <p>{t('tokenHow')}</p>
      </section>
      <section aria-labelledby="data-api">
        <h2 id="data-api">{t('api')}</h2>
        <p>{t('apiHow')}</p>
        <ul>
          <li>
            <a href="/docs">{t('openDocs')}</a>
          </li>
          <li>
            <a href="/openapi.json">{t('openDocument')}</a>
          </li>
        </ul>
      </section>
    </>
  );
}

function Licences({ version }: { readonly version: string }): ReactNode {
  const t = useTexts(dataTexts);
  return (
    <>
      <section aria-labelledby="data-licences">
        <h2 id="data-licences">{t('licences')}</h2>
        <ul>
          <li>{t('licenceSoftware')}</li>
          <li>{t('licenceFont')}</li>
          <li>{t('licenceData')}</li>
        </ul>
      </section>
      <section aria-labelledby="data-changes">
        <h2 id="data-changes">{t('changes')}</h2>
        <p>{t('changesHow', { version })}</p>
      </section>
    </>
  );
}
