import type { AnswerOf } from '../../api/use-answer.ts';
import { sayAmount } from '../../texts/amounts.ts';
import type { Language } from '../../texts/language.ts';
import { say } from '../../texts/texts.ts';
import { commandThatPosts, titleOf } from '../post/catalogue/catalogue.ts';
import { receiptTexts } from './texts.ts';

/** What follows from another act of the same posting. */
const FOLLOWING: readonly string[] = ['transfer-in', 'take-up-contract-year', 'release-request'].map(
  (command) => `budgetaccount/${command}`,
);

export type Posting = AnswerOf<'/api/v1/postings/{position}'>;

/** What a posting is called: the command that was asked, or what became of the document that waited. */
export function postingTitle(
  { posts, approval }: Pick<Posting, 'posts' | 'approval'>,
  language: Language,
): string {
  const own = posts.filter((each) => !each.startsWith('approval/') && !FOLLOWING.includes(each));
  if (new Set(own).size > 1) return say(receiptTexts.together, language, { n: own.length });
  const [first] = own.map((each) => commandThatPosts(each)).filter((shape) => shape !== undefined);
  const title = first === undefined ? say(receiptTexts.other, language) : titleOf(first.id, language);
  if (posts.includes('approval/submit-document')) return say(receiptTexts.handedIn, language);
  if (approval !== null && first !== undefined) return say(receiptTexts.released, language, { title });
  const control = posts.map((each) => commandThatPosts(each)).find((shape) => shape !== undefined);
  return first === undefined && control !== undefined ? titleOf(control.id, language) : title;
}

/** The posting in one sentence. */
export function postingSentence(posting: Posting, language: Language): string {
  const title = postingTitle(posting, language);
  if (posting.amount === null) return title;
  return say(receiptTexts.sentence, language, { title, amount: sayAmount(posting.amount, 'baht') });
}
