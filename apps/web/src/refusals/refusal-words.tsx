import type { ReactNode } from 'react';
import { useLanguage } from '../texts/language.ts';
import { type Refused, refusalSentence } from './sentences.ts';

export interface RefusalWordsProps extends Refused {
  /** What the ledger says, in English. */
  readonly message: string;
}

/** A refusal in the language of the page; in the ledger's own words where the page has none. */
export default function RefusalWords({ message, ...refused }: RefusalWordsProps): ReactNode {
  const sentence = refusalSentence(refused, useLanguage());
  return <span lang={sentence === undefined ? 'en' : undefined}>{sentence ?? message}</span>;
}
