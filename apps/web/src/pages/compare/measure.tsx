import type { ReactNode } from 'react';
import { measureTexts } from '../../explain/measures.ts';
import { useTexts } from '../../texts/texts.ts';

const isMeasure = (text: string): text is keyof typeof measureTexts => Object.hasOwn(measureTexts, text);

/** What a figure is called. */
export function Measure({ measure }: { readonly measure: string }): ReactNode {
  const m = useTexts(measureTexts);
  return isMeasure(measure) ? m(measure) : measure;
}
