import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, type PickleStep } from '@cucumber/messages';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '..');

/** A table of a step: one record per row, by its headings. */
export type Rows = readonly Readonly<Record<string, string>>[];

/** One sentence of a scenario, with what stands below it. */
export interface Sentence {
  readonly text: string;
  readonly table: Rows;
  readonly docString: string | undefined;
}

export interface Scenario {
  readonly name: string;
  readonly sentences: readonly Sentence[];
}

export interface Feature {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
}

/** The subjects: every feature file of this folder. */
export const featureNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.feature'))
    .map((name) => path.basename(name, '.feature'))
    .sort();

/** Reads a feature file of this folder; an outline gives one scenario per example. */
export function readFeature(file: string): Feature {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(readFileSync(path.join(FOLDER, `${file}.feature`), 'utf8'));
  return {
    name: document.feature?.name ?? file,
    scenarios: compile(document, file, newId).map(scenarioOf),
  };
}

const scenarioOf = ({ name, steps }: Pickle): Scenario => ({ name, sentences: steps.map(sentenceOf) });

function sentenceOf({ text, argument }: PickleStep): Sentence {
  const [headings = [], ...rows] = (argument?.dataTable?.rows ?? []).map(({ cells }) =>
    cells.map(({ value }) => value),
  );
  return {
    text,
    table: rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? '']))),
    docString: argument?.docString?.content,
  };
}
