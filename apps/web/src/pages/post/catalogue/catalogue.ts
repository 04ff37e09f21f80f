import type { Language } from '../../../texts/language.ts';
import { say, type Text, type Texts } from '../../../texts/texts.ts';
import type { CommandShape } from './command-shape.ts';
import { commandTexts } from './command-texts.ts';
import { commandShapes } from './commands.generated.ts';
import { choiceTexts, fieldTexts } from './field-texts.ts';

const byId = new Map(commandShapes.map((shape) => [shape.id, shape]));

/** The form of a command, by operation; nothing for one that there is not. */
export const commandOf = (id: string): CommandShape | undefined => byId.get(id);

/** The form that records a command as the log names it, `category/command`: the one of single lines. */
export const commandThatPosts = (posts: string): CommandShape | undefined =>
  commandShapes.find((shape) => shape.posts === posts);

const found = (texts: Texts, ...keys: readonly string[]): Text | undefined =>
  keys.map((key) => texts[key]).find((text) => text !== undefined);

/** What a command is called. */
export const titleOf = (id: string, language: Language): string =>
  saidOr(found(commandTexts, id), language, id);

/** What a field is called; `path` leads to it within its form. */
export function labelOf(command: string, path: readonly string[], language: Language): string {
  const [name = '', parent = ''] = [path.at(-1), path.at(-2)];
  return saidOr(found(fieldTexts, `${command}.${name}`, `${parent}.${name}`, name), language, name);
}

/** What one of the choices of a field is called. */
export const choiceOf = (choice: string, language: Language): string =>
  saidOr(found(choiceTexts, choice), language, choice);

const saidOr = (text: Text | undefined, language: Language, otherwise: string): string =>
  text === undefined ? otherwise : say(text, language);
