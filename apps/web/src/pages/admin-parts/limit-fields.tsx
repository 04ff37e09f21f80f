import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { nameIn } from '../../app/organisation.ts';
import { printAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/language.ts';
import { type Say, useTexts } from '../../texts/texts.ts';
import type { Fault } from './error-summary.tsx';
import { type GrantedLimits, limitsOf, limitTexts, sayLimits, type TypedLimits } from './limits.ts';
import styles from './parts.module.css';
import { bahtOf, BahtField, DayField, dayOf, typedTexts } from './typed-fields.tsx';

interface LimitFieldsProps {
  readonly typed: TypedLimits;
  readonly onTyped: (limits: TypedLimits) => void;
  readonly faultOf: (id: string) => string | undefined;
}

/** What a grant is limited to; what is left empty is not. */
export function LimitFields({ typed, onTyped, faultOf }: LimitFieldsProps): ReactNode {
  const t = useTexts(limitTexts);
  const field = (name: keyof TypedLimits) => ({
    id: `limit-${name}`,
    label: t(name),
    typed: typed[name],
    error: faultOf(`limit-${name}`),
    onTyped: (text: string) => {
      onTyped({ ...typed, [name]: text });
    },
  });
  const { typed: projects, onTyped: setProjects, ...named } = field('projects');
  return (
    <fieldset className={styles['fieldset']}>
      <legend>{t('limits')}</legend>
      <p className={styles['note']}>{t('limitsHow')}</p>
      <OrganisationField {...field('organisation')} />
      <TextInput
        {...named}
        description={t('projectsHow')}
        value={projects}
        onChange={({ currentTarget }) => {
          setProjects(currentTarget.value);
        }}
      />
      <BahtField {...field('upTo')} />
      <DayField {...field('first')} />
      <DayField {...field('last')} />
    </fieldset>
  );
}

interface OrganisationFieldProps {
  readonly id: string;
  readonly label: string;
  readonly typed: string;
  readonly error: string | undefined;
  readonly onTyped: (organisation: string) => void;
}

/** Which organisation of several; where there is one, nothing is to be chosen. */
function OrganisationField({ typed, onTyped, ...named }: OrganisationFieldProps): ReactNode {
  const t = useTexts(limitTexts);
  const language = useLanguage();
  const organisations = useSession()?.organisations ?? [];
  if (organisations.length < 2) return null;
  const choices = organisations.map((each) => ({
    value: each.organisation,
    label: `${each.organisation} · ${nameIn(language, each)}`,
  }));
  return (
    <NativeSelect
      {...named}
      value={typed}
      data={[{ value: '', label: t('everyOrganisation') }, ...choices]}
      onChange={({ currentTarget: { value } }) => {
        onTyped(value);
      }}
    />
  );
}

/** The limits as they were typed, read: what the ledger takes, what is wrong, and how it is said. */
export function useReadLimits(typed: TypedLimits) {
  const t = useTexts(limitTexts);
  const fields = useTexts(typedTexts);
  const say = useSayLimits();
  const read: TypedLimits = {
    organisation: typed.organisation,
    projects: typed.projects,
    upTo: bahtOf(typed.upTo) ?? '',
    first: dayOf(typed.first) ?? '',
    last: dayOf(typed.last) ?? '',
  };
  const limits = limitsOf(read);
  return {
    limits,
    said: say(limits ?? {}),
    faults: faultsIn(typed, read, t, fields),
  };
}

const KINDS = { upTo: 'notAnAmount', first: 'notADay', last: 'notADay' } as const;

/** Something was typed, and nothing was read. */
function faultsIn(
  typed: TypedLimits,
  read: TypedLimits,
  t: Say<typeof limitTexts>,
  fields: Say<typeof typedTexts>,
): Fault[] {
  return (['upTo', 'first', 'last'] as const)
    .filter((name) => typed[name].trim() !== '' && read[name] === '')
    .map((name) => ({ field: `limit-${name}`, message: fields(KINDS[name], { field: t(name) }) }));
}

/** Says the limits of a grant. */
export function useSayLimits(): (limits: GrantedLimits) => string {
  const t = useTexts(limitTexts);
  const { date } = useDates();
  return (limits) => {
    const said = sayLimits(limits, { t, date, amount: (baht) => printAmount(baht, 'baht') });
    return said === '' ? t('none') : said;
  };
}
