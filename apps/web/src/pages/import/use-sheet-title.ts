import { useCallback } from 'react';
import { filledRows, kindOf, type Sheet } from '../../sheets/sheet.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { importTexts } from './texts.ts';

/** What a sheet is called in lists: its file, what it is, and how many rows it has. */
export function useSheetTitle(): (sheet: Sheet) => string {
  const t = useTexts(importTexts);
  const language = useLanguage();
  return useCallback(
    (sheet) =>
      t('rowsOf', {
        name: sheet.file?.name ?? t('pasted'),
        kind: kindOf(sheet).title[language],
        n: filledRows(sheet).length,
      }),
    [t, language],
  );
}
