import { printAmount } from '../../texts/amounts.ts';
import { useTexts } from '../../texts/texts.ts';
import { policyPageTexts } from './page-texts.ts';
import { valueAt } from './path.ts';
import { LISTS, type RuleList, type Setting, SINGLE } from './settings.ts';
import { policyTexts } from './texts.ts';

type TextKey = keyof typeof policyTexts;
const isKey = (text: string): text is TextKey => text in policyTexts;

/** Says settings of a policy in the words of the page. */
export function useSayPolicy() {
  const t = useTexts(policyTexts);
  const page = useTexts(policyPageTexts);

  const sayChoice = (value: string): string => (isKey(value) ? t(value) : value);

  const label = ({ label: key, path }: Setting): string => t(key, { period: path.at(-1) ?? '' });

  const sayAmount = (value: string): string =>
    /^\d+\.\d{2}$/.test(value) ? printAmount(value, 'baht') : value;

  /** One setting; `nothing` where it is not said. */
  const value = (setting: Setting, settings: unknown): string => {
    const found = valueAt(settings, setting.path);
    if (found === undefined || found === '') return page('nothing');
    if (typeof found === 'boolean') return page(found ? 'yes' : 'no');
    if (Array.isArray(found)) return found.map((each) => sayChoice(String(each))).join(', ');
    const said = typeof found === 'string' || typeof found === 'number' ? String(found) : '';
    if (setting.kind === 'choice') return sayChoice(said);
    return setting.kind === 'baht' ? sayAmount(said) : said;
  };

  /** One rule on one line: all that it says. */
  const rule = ({ entry }: RuleList, given: unknown): string =>
    entry(given)
      .filter(({ path }) => valueAt(given, path) !== undefined)
      .map((setting) => `${label(setting)}: ${value(setting, given)}`)
      .join(' · ');

  const rules = (list: RuleList, settings: unknown): readonly string[] => {
    const found = valueAt(settings, list.path);
    return Array.isArray(found) ? found.map((each) => rule(list, each)) : [];
  };

  /** Every setting with its words, for comparing two policies line by line. */
  const all = (settings: unknown): readonly (readonly [setting: string, said: string])[] => [
    ...SINGLE.map((setting) => [label(setting), value(setting, settings)] as const),
    ...LISTS.map((list) => [t(list.label), rules(list, settings).join(' ; ') || page('nothing')] as const),
  ];

  return { label, value, rules, all, sayChoice, listLabel: ({ label: key }: RuleList) => t(key) };
}
