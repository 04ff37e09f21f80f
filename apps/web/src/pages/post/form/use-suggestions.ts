import { type Row, rowsIn, textIn } from '../../../api/rows.ts';
import { useAnswer } from '../../../api/use-answer.ts';
import { sayAmount } from '../../../texts/amounts.ts';
import { type Language, useLanguage } from '../../../texts/language.ts';
import { say } from '../../../texts/texts.ts';
import { postTexts } from '../texts.ts';
import type { Suggestion } from '../../../parts/document-input/document-input.tsx';

/** The document that a command gives its number; it is new, and nothing is suggested for it. */
const OWN: Readonly<Record<string, string>> = {
  requestMake: 'request',
  documentRequest: 'request',
  commitmentMake: 'commitment',
  documentCommit: 'commitment',
  acceptanceMake: 'acceptance',
  documentAccept: 'acceptance',
  disbursementMake: 'disbursement',
  documentDisburse: 'disbursement',
  advanceClear: 'disbursement',
  accountOpen: 'project',
};
const STAGES: readonly string[] = ['request', 'commitment', 'acceptance', 'disbursement'];

/** What may be typed in a field: projects of the year, documents of the account, counterparties of the last entries. */
export function useSuggestions(
  command: string,
  name: string,
  fiscalYear: string,
  project: string,
): readonly Suggestion[] {
  const language = useLanguage();
  const year = /^\d{4}$/.test(fiscalYear) ? Number.parseInt(fiscalYear, 10) : undefined;
  const isProject = name === 'project' || name === 'toProject';
  const isDocument = STAGES.includes(name) || name === 'counterparty';
  const own = OWN[command] === name;
  const accounts = useAnswer(
    '/api/v1/budget-accounts',
    { params: { query: { fiscalYear: year ?? 0 } } },
    { enabled: year !== undefined && isProject && !own },
  );
  const documents = useAnswer(
    '/api/v1/states/documents',
    { params: { query: { fiscalYear: year ?? 0, project } } },
    { enabled: year !== undefined && project !== '' && isDocument && !own },
  );
  if (own) return [];
  if (isProject) {
    return rowsIn(accounts.data).map((row) => ({
      value: textIn(row, 'project_code'),
      label: language === 'en' ? textIn(row, 'name_en') || textIn(row, 'name') : textIn(row, 'name'),
    }));
  }
  return name === 'counterparty'
    ? counterparties(rowsIn(documents.data))
    : ofStage(rowsIn(documents.data), name, language);
}

const counterparties = (rows: readonly Row[]): readonly Suggestion[] =>
  [...new Set(rows.map((row) => textIn(row, 'counterparty')))].filter(Boolean).map((value) => ({ value }));

function ofStage(rows: readonly Row[], stage: string, language: Language): readonly Suggestion[] {
  // Nothing waits to be done with a payment: what is left of it could be taken back.
  const left = stage === 'disbursement' ? postTexts.baht : postTexts.outstanding;
  const found = new Map<string, Suggestion>();
  for (const row of rows) {
    if (textIn(row, 'stage') !== stage) continue;
    const outstanding = textIn(row, 'outstanding');
    const about = [
      textIn(row, 'description') || textIn(row, 'counterparty'),
      outstanding && say(left, language, { amount: sayAmount(outstanding, 'baht') }),
    ];
    found.set(textIn(row, 'document'), {
      value: textIn(row, 'document'),
      label: about.filter(Boolean).join(' · '),
    });
  }
  return [...found.values()];
}
