import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { isRefusal, parseTypedDate } from '#kernel';
import { useTexts } from '../../texts/texts.ts';
import { useJournalView } from './filter.ts';
import styles from './page.module.css';
import { journalTexts } from './texts.ts';

/** In which order the entries stand, and the way to those of a day. */
export function Toolbar(): ReactNode {
  const t = useTexts(journalTexts);
  const { place, move } = useJournalView();
  return (
    <div className={styles['toolbar']}>
      <NativeSelect
        label={t('order')}
        value={place.order}
        onChange={({ currentTarget: { value } }) => move({ order: value === 'oldest' ? value : undefined })}
      >
        <option value="newest">{t('newest')}</option>
        <option value="oldest">{t('oldest')}</option>
      </NativeSelect>
      <Jump onDay={(bookedOn) => move({ bookedOn })} />
    </div>
  );
}

function Jump({ onDay }: { readonly onDay: (day: string) => void }): ReactNode {
  const t = useTexts(journalTexts);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = parseTypedDate(typed);
    setWrong(isRefusal(read));
    if (!isRefusal(read)) onDay(read.date);
  };
  return (
    <form className={styles['jump']} noValidate onSubmit={onSubmit}>
      <TextInput
        label={t('jump')}
        placeholder={t('dateHint')}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        error={isWrong ? t('dateMalformed') : undefined}
        autoComplete="off"
      />
      <Button type="submit" variant="default">
        {t('go')}
      </Button>
    </form>
  );
}
