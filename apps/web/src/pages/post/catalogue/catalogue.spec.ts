import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandShapes as inDocument, type OpenApi } from '../../../../../../scripts/docs/command-shapes.ts';
import { choiceOf, labelOf, titleOf } from './catalogue.ts';
import type { FieldShape } from './command-shape.ts';
import { commandGroups, commandTexts, groupTexts } from './command-texts.ts';
import { commandShapes } from './commands.generated.ts';
import { choiceTexts } from './field-texts.ts';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../../docs/openapi.json'), 'utf8'),
) as OpenApi;

/** Every field of a form with the way to it. */
function placesIn(
  fields: readonly FieldShape[],
  above: readonly string[] = [],
): [FieldShape, readonly string[]][] {
  return fields.flatMap((field) => {
    const path = [...above, field.name];
    return [[field, path] as [FieldShape, readonly string[]], ...placesIn(field.fields ?? [], path)];
  });
}

describe('every command of the API', () => {
  it('has its form: the catalogue is in step with the document', () => {
    expect(commandShapes).toEqual(inDocument(document));
  });

  it('stands in the chooser once, under a name in both languages', () => {
    const listed = Object.values(commandGroups).flatMap((texts) => Object.keys(texts));
    expect(listed.sort()).toEqual(commandShapes.map(({ id }) => id).sort());
    expect(new Set(listed).size).toBe(listed.length);
    expect(Object.keys(commandGroups).sort()).toEqual(Object.keys(groupTexts).sort());
    for (const { th, en } of Object.values(commandTexts))
      expect([/[ก-๙]/.test(th), en.length > 3]).toEqual([true, true]);
    expect(titleOf('commitmentMake', 'th')).toBe('ก่อหนี้ผูกพัน');
  });

  it.each(commandShapes.map((shape) => [shape.id, shape] as const))(
    '%s has a label for each of its fields',
    (id, { params, fields }) => {
      for (const [{ name, choices = [] }, path] of placesIn([...params, ...fields])) {
        const label = labelOf(id, path, 'th');
        expect([name, /[ก-๙]/.test(label)]).toEqual([name, true]);
        for (const choice of choices) {
          expect([name, choice, Object.hasOwn(choiceTexts, choice)]).toEqual([name, choice, true]);
          expect(choiceOf(choice, 'en')).not.toBe('');
        }
      }
    },
  );
});
