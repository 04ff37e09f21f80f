import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { send } from '../../api/use-send.ts';
import { printAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { ChangeDialog } from '../admin-parts/change-dialog.tsx';
import type { Fault } from '../admin-parts/error-summary.tsx';
import { keyed } from '../../api/idempotency-key.ts';
import { Recorded } from '../admin-parts/recorded.tsx';
import { bahtOf, BahtField, DayField, dayOf, typedTexts } from '../admin-parts/typed-fields.tsx';
import { useTyped } from '../admin-parts/use-typed.ts';
import { DUTY_NAMES, isDutyName } from './duty-names.ts';
import { policyPageTexts } from './page-texts.ts';

interface GiveDutyProps {
  /** Lent for some days by the one who has it, instead of given by who keeps the policy. */
  readonly lend: boolean;
  readonly onClose: () => void;
}

const FIELD_IDS = {
  duty: 'duty-other',
  holder: 'duty-holder',
  to: 'duty-holder',
  first: 'duty-first',
  last: 'duty-last',
  upTo: 'duty-upTo',
};

const EMPTY = { other: '', holder: '', first: '', last: '', upTo: '' };

/** Gives somebody a duty, or lends one for some days. */
export function GiveDuty({ lend, onClose }: GiveDutyProps): ReactNode {
  const t = useTexts(policyPageTexts);
  const [chosen, setChosen] = useState<string>('checker');
  const { typed, input, field, missing } = useTyped('duty', EMPTY);
  const duty = chosen === '' ? typed.other.trim() : chosen;
  const read = useReadDuty(duty, typed, lend);
  const give = useGive(lend);
  const check = () => [
    ...(chosen === '' ? missing(['other'], () => t('duty')) : []),
    ...missing(['holder'], t),
    ...read.faults,
  ];
  return (
    <ChangeDialog
      title={t(lend ? 'delegate' : 'grant')}
      fieldIds={FIELD_IDS}
      check={check}
      review={() => read.review}
      act={read.review[0] ?? ''}
      send={(key) => give(key, { ...read, duty, holder: typed.holder.trim() })}
      onClose={onClose}
      fields={(faultOf) => (
        <>
          <NativeSelect
            label={t('duty')}
            value={chosen}
            onChange={({ currentTarget }) => {
              setChosen(currentTarget.value);
            }}
            data={[
              ...DUTY_NAMES.map((value) => ({ value, label: t(value) })),
              { value: '', label: t('otherDuty') },
            ]}
          />
          {chosen === '' ? <TextInput {...input('other', faultOf)} label={t('otherDuty')} /> : null}
          <TextInput
            {...input('holder', faultOf)}
            label={t(lend ? 'deputy' : 'holder')}
            autoCapitalize="none"
            spellCheck={false}
          />
          <DayField {...field('first', t('from'), faultOf)} />
          <DayField {...field('last', t('until'), faultOf)} />
          {lend ? null : <BahtField {...field('upTo', t('upTo'), faultOf)} />}
        </>
      )}
    />
  );
}

/** What was typed about a duty, read: its terms, what is wrong, and how it is said. */
function useReadDuty(duty: string, typed: typeof EMPTY, lend: boolean) {
  const t = useTexts(policyPageTexts);
  const fields = useTexts(typedTexts);
  const { date } = useDates();
  const [first, last, upTo] = [dayOf(typed.first), dayOf(typed.last), bahtOf(typed.upTo)];
  const unread = (name: 'first' | 'last' | 'upTo', label: 'from' | 'until' | 'upTo', kind: Kind): Fault[] => [
    { field: `duty-${name}`, message: fields(kind, { field: t(label) }) },
  ];
  const isBad = (name: 'first' | 'last', day: string | undefined): boolean =>
    day === undefined && (lend || typed[name].trim() !== '');
  const days = {
    first: first === undefined ? t('beginning') : date(first),
    last: last === undefined ? t('noEnd') : date(last),
  };
  const who = { duty: isDutyName(duty) ? t(duty) : duty, holder: typed.holder.trim() };
  return {
    first,
    last,
    upTo: lend ? undefined : upTo,
    faults: [
      ...(isBad('first', first) ? unread('first', 'from', 'notADay') : []),
      ...(isBad('last', last) ? unread('last', 'until', 'notADay') : []),
      ...(typed.upTo.trim() !== '' && upTo === undefined ? unread('upTo', 'upTo', 'notAnAmount') : []),
    ],
    review: lend
      ? [t('willDelegate', { ...who, ...days })]
      : [
          t('willGrant', who),
          t('willLast', days),
          ...(upTo === undefined ? [] : [t('willLimit', { amount: printAmount(upTo, 'baht') })]),
        ],
  };
}

type Kind = 'notADay' | 'notAnAmount';

interface Given {
  readonly duty: string;
  readonly holder: string;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly upTo: string | undefined;
}

/** Records that a duty is given, or lent. */
function useGive(lend: boolean): (key: string, given: Given) => Promise<ReactNode> {
  const t = useTexts(policyPageTexts);
  const effectiveOn = useSession()?.today ?? '';
  return async (key, { duty, holder, first, last, upTo }) => {
    const params = { header: keyed(key) };
    if (lend) {
      const body = { duty, to: holder, first: first ?? '', last: last ?? '', effectiveOn };
      const { position } = await send('/api/v1/control/delegations', { params, body });
      return <Recorded said={t('didDelegate')} position={position} />;
    }
    const terms = {
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
      ...(upTo === undefined ? {} : { upTo }),
    };
    const body = { duty, holder, effectiveOn, ...terms };
    const { position } = await send('/api/v1/control/duties', { params, body });
    return <Recorded said={t('didGrant')} position={position} />;
  };
}
