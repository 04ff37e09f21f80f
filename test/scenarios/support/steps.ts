import { act } from './acts.ts';
import { crowd } from './crowd.ts';
import type { Sentence } from './features.ts';
import { givens } from './givens.ts';
import { outcomes } from './outcomes.ts';
import { policySteps } from './policies.ts';
import { readings } from './readings.ts';
import { reRuns } from './re-runs.ts';
import type { World } from './world.ts';

/** A form of sentence, and what is done when a scenario says it. */
export type Step = readonly [
  form: RegExp,
  play: (world: World, sentence: Sentence, ...found: (string | undefined)[]) => unknown,
];

const steps: readonly Step[] = [
  ...givens,
  ...policySteps,
  ...crowd,
  ...outcomes,
  ...readings,
  ...reRuns,
  [/^"([^"]+)" (.+)$/, (world, sentence, actor, text) => act(world, actor!, text!, sentence)],
];

/** Plays one sentence; one that nobody understands is a mistake in the scenario. */
export async function play(world: World, sentence: Sentence): Promise<void> {
  for (const [form, perform] of steps) {
    const found = form.exec(sentence.text);
    if (found) {
      await perform(world, sentence, ...found.slice(1));
      return;
    }
  }
  throw new Error(`no step understands "${sentence.text}"`);
}
