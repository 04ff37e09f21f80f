import { useView } from '../../app/view.ts';
import { kindTexts } from '../../parts/event-name/event-kinds.ts';
import { useEventName } from '../../parts/event-name/event-name.tsx';
import { sayAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { type ConditionName, isKind } from './filter.ts';
import { journalTexts } from './texts.ts';

/** A condition in words: «ผู้บันทึก: somchai». */
export function useConditionWords(): (name: ConditionName, value: string) => string {
  const t = useTexts(journalTexts);
  const kinds = useTexts(kindTexts);
  const eventName = useEventName();
  const { date, month } = useDates();
  const { unit } = useView();
  return (name, value) => {
    switch (name) {
      case 'kind':
        return isKind(value) ? kinds(value) : value.split(',').map(eventName).join(', ');
      case 'quarter':
        return t('quarterOf', { quarter: value.slice(1) });
      case 'month':
        return month(value);
      case 'amountFrom':
        return t('from', { what: sayAmount(value, unit) });
      case 'amountTo':
        return t('until', { what: sayAmount(value, unit) });
      case 'effectiveFrom':
        return t('from', { what: date(value) });
      case 'effectiveUntil':
        return t('until', { what: date(value) });
      case 'reversed':
        return t(value === 'true' ? 'reversedYes' : 'reversedNo');
      case 'imported':
        return t(value === 'true' ? 'importedYes' : 'importedNo');
      default:
        return `${t(name)}: ${value}`;
    }
  };
}
