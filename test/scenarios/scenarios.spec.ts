import { describe, it } from '@jest/globals';
import { mustAddUp } from './support/books.ts';
import { featureNames, readFeature, type Scenario } from './support/features.ts';
import { play } from './support/steps.ts';
import { World } from './support/world.ts';

const subjects = featureNames();

describe.each(subjects.map(readFeature))('$name', ({ scenarios }) => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) =>
    playOut(scenario),
  );
});

/** A ledger of its own for every scenario; what fails says at which sentence. */
async function playOut({ sentences }: Scenario): Promise<void> {
  const world = await World.open();
  try {
    for (const sentence of sentences) await playSentence(world, sentence);
    world.mustBeTaken();
    await mustAddUp(world);
  } finally {
    await world.close();
  }
}

async function playSentence(world: World, sentence: Scenario['sentences'][number]): Promise<void> {
  try {
    await play(world, sentence);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`at "${sentence.text}": ${said}`, { cause: error });
  }
}
