import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import { Of } from '../admin-parts/of.tsx';
import { useSayLimits } from '../admin-parts/limit-fields.tsx';
import { roleTexts } from '../../parts/role-texts.ts';
import { type AccountChange, ChangeAccount } from './change-account.tsx';
import { OpenAccount } from './open-account.tsx';
import { peopleTexts } from './texts.ts';

type Person = AnswerOf<'/api/v1/people'>['rows'][number];

/** The accounts of people: who is there, with which roles, and how they come and go. */
export default function PeoplePage(): ReactNode {
  const t = useTexts(peopleTexts);
  const people = useAnswer('/api/v1/people', {});
  const [opening, setOpening] = useState(false);
  const [changing, setChanging] = useState<{ change: AccountChange; name: string }>();
  return (
    <AdminPage
      page="people"
      nowOnly
      answers={[people]}
      actions={
        people.data ? (
          <Button
            onClick={() => {
              setOpening(true);
            }}
          >
            {t('open')}
          </Button>
        ) : null
      }
    >
      {() => (
        <>
          <PeopleTable
            rows={people.data?.rows ?? []}
            onChange={(change, name) => {
              setChanging({ change, name });
            }}
          />
          {opening ? (
            <OpenAccount
              onClose={() => {
                setOpening(false);
              }}
            />
          ) : null}
          {changing ? (
            <ChangeAccount
              {...changing}
              onClose={() => {
                setChanging(undefined);
              }}
            />
          ) : null}
        </>
      )}
    </AdminPage>
  );
}

interface PeopleTableProps {
  readonly rows: readonly Person[];
  readonly onChange: (change: AccountChange, name: string) => void;
}

function PeopleTable({ rows, onChange }: PeopleTableProps): ReactNode {
  const t = useTexts(peopleTexts);
  const heads = ['name', 'displayName', 'role', 'state', 'factor', 'created', 'manage'] as const;
  return (
    <FigureTable caption={t('caption', { count: rows.length })} amounts={false}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((person) => (
          <PersonRow key={person.name} person={person} onChange={onChange} />
        ))}
      </tbody>
    </FigureTable>
  );
}

const stateOf = ({ closed, erased }: Person) => (erased ? 'erased' : closed ? 'closed' : 'open');

function PersonRow({
  person,
  onChange,
}: Pick<PeopleTableProps, 'onChange'> & { readonly person: Person }): ReactNode {
  const t = useTexts(peopleTexts);
  const roles = useTexts(roleTexts);
  const sayLimits = useSayLimits();
  const { time } = useDates();
  return (
    <tr>
      <th scope="row">{person.name}</th>
      <td>{person.displayName ?? '-'}</td>
      <td>
        {person.roles.map(({ grant, role, limits }) => (
          <div key={grant}>
            {roles(role)}
            {Object.keys(limits).length === 0 ? '' : `: ${sayLimits(limits)}`}
          </div>
        ))}
        {person.roles.length === 0 ? '-' : null}
      </td>
      <td>{t(`state-${stateOf(person)}`)}</td>
      <td>{t(person.secondFactor ? 'has' : 'hasNot')}</td>
      <td className="moment">{time(person.createdAt)}</td>
      <td>
        <PersonMenu person={person} onChange={onChange} />
      </td>
    </tr>
  );
}

/** What can be done with an account in its state. */
const CHANGES: Readonly<Record<ReturnType<typeof stateOf>, readonly AccountChange[]>> = {
  open: ['invite', 'removeFactor', 'close'],
  closed: ['reopen', 'erase'],
  erased: [],
};

function PersonMenu({
  person,
  onChange,
}: Pick<PeopleTableProps, 'onChange'> & { readonly person: Person }): ReactNode {
  const t = useTexts(peopleTexts);
  const changes = CHANGES[stateOf(person)].filter(
    (change) => change !== 'removeFactor' || person.secondFactor,
  );
  if (changes.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="compact-sm">
          {t('manage')}
          <Of what={person.name} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {changes.map((change) => (
          <Menu.Item
            key={change}
            onClick={() => {
              onChange(change, person.name);
            }}
          >
            {t(change)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
