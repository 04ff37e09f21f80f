import { useEffect, useState } from 'react';
import { ApiProblem, NoAnswer } from '../../api/problem.ts';
import type { Refused } from '../../refusals/sentences.ts';
import { type Language, useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import type { Fault } from './error-summary.tsx';
import { formTexts } from './form-texts.ts';

interface FieldError {
  readonly field?: unknown;
  readonly expected?: unknown;
  readonly message?: unknown;
}

/** Which input a code of a refusal, or a field of the request, is about. */
export type FieldIds = Readonly<Record<string, string>> | ((name: string) => string | undefined);

const idIn = (fields: FieldIds, name: string): string | undefined =>
  typeof fields === 'function' ? fields(name) : fields[name];

/** The sentences come when something is refused; without them it is said as the ledger says it. */
async function sentenceOf(refused: Refused, language: Language): Promise<string | undefined> {
  const { refusalSentence } = await import('../../refusals/sentences.ts').catch(() => ({
    refusalSentence: undefined,
  }));
  return refusalSentence?.(refused, language);
}

/**
 * What is wrong with a form; `fields` leads codes and fields of requests to the ids of inputs. The page is told what
 * stands before the title of its window while something is wrong.
 */
export function useFaults(fields: FieldIds = {}, onTitlePrefix?: (prefix: string) => void) {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const t = useTexts(formTexts);
  const language = useLanguage();

  const ofProblem = async (error: unknown): Promise<readonly Fault[]> => {
    if (error instanceof NoAnswer) return [{ message: t('noAnswer') }];
    if (!(error instanceof ApiProblem)) throw error;
    const { code, body, message } = error;
    const errors = Array.isArray(body['errors']) ? (body['errors'] as readonly FieldError[]) : [];
    if (errors.length === 0) {
      const sentence = await sentenceOf({ code, body }, language);
      return [
        { field: idIn(fields, code), message: sentence ?? message, fromLedger: sentence === undefined },
      ];
    }
    return errors.map(({ field, expected, message: said }) => ({
      field: idIn(fields, String(field)),
      message: `${String(field)}: ${String(expected ?? said)}`,
      fromLedger: true,
    }));
  };

  const titlePrefix = faults.length > 0 ? t('titleWrong') : '';
  useEffect(() => {
    onTitlePrefix?.(titlePrefix);
  }, [titlePrefix, onTitlePrefix]);

  return {
    faults,
    titlePrefix,
    /** What is wrong with one input. */
    of: (field: string): string | undefined => faults.find((fault) => fault.field === field)?.message,
    show: (found: readonly Fault[]) => {
      setFaults(found);
    },
    refused: async (error: unknown) => {
      setFaults(await ofProblem(error));
    },
    clear: () => {
      setFaults([]);
    },
  };
}
