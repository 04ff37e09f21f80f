import type { AnswerOf } from '../../api/use-answer.ts';
import { useEventName } from '../../parts/event-name/event-name.tsx';
import { sayAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { eventPageTexts } from './texts.ts';

export type Event = AnswerOf<'/api/v1/events/{position}'>;
export type Context = AnswerOf<'/api/v1/events/{position}/context'>;

const textIn = (value: unknown, name: string): string | undefined => {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined;
};

/** One event in a sentence: what happened, to which document, how much, where, when and by whom. */
export function useSentence(): (event: Event, context: Context) => string {
  const t = useTexts(eventPageTexts);
  const name = useEventName();
  const { date } = useDates();
  return ({ type, data, metadata }, { row }) => {
    const part = (key: keyof typeof eventPageTexts, value: string | undefined, said: string): string[] =>
      value === undefined ? [] : [t(key, { [said]: value })];
    const baht = (value: string | undefined) => (value === undefined ? undefined : sayAmount(value, 'baht'));
    const isCorrection = type === 'QuarterCorrected';
    return [
      name(type),
      ...part(
        'sentenceDocument',
        row.document ?? textIn(data, 'number') ?? textIn(data, 'report'),
        'document',
      ),
      ...part('sentenceKpi', textIn(data, 'kpi'), 'kpi'),
      ...part('sentenceQuarter', textIn(data, 'quarter')?.replace('Q', ''), 'quarter'),
      ...part('sentenceAmount', baht(row.amount), 'amount'),
      ...(isCorrection ? part('sentenceDisbursed', baht(textIn(data, 'disbursed')), 'amount') : []),
      ...(isCorrection ? part('sentenceCommitted', baht(textIn(data, 'committed')), 'amount') : []),
      ...part('sentenceProject', row.project_code, 'project'),
      ...part('sentenceTo', textIn(data['to'], 'project'), 'project'),
      ...part('sentenceFrom', textIn(data['from'], 'project'), 'project'),
      ...part('sentenceYear', row.fiscal_year, 'year'),
      ...part('sentenceWith', row.counterparty, 'counterparty'),
      t('sentenceOn', { date: date(row.effective_on) }),
      t('sentenceBy', { actor: row.actor }),
      ...part('sentenceFor', textIn(metadata, 'onBehalfOf'), 'name'),
    ].join(' · ');
  };
}
