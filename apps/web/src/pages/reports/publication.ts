import type { AnswerOf } from '../../api/use-answer.ts';

/** A report as it was published, and what became of its cells since. */
export type Publication = AnswerOf<'/api/v1/publications/{number}'>;
