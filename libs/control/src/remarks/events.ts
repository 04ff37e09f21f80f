import { defineEvent, evidenceForm, type EventOf, fields, MOST_EVIDENCE } from '#kernel';
import { z } from 'zod';

export const RemarkAdded = defineEvent({
  type: 'RemarkAdded',
  version: 1,
  category: 'remarks',
  when: 'Somebody adds words or evidence to a posting that stands in the log; no money moves.',
  data: z.strictObject({
    command: z.uuid().meta({ description: 'The posting: the commandId in the metadata of its events' }),
    event: z.uuid().meta({ description: 'Its last event, by the id' }),
    about: fields.text('Stream of that event', 300),
    text: fields.text('The remark', 2_000).optional(),
    evidence: z
      .array(evidenceForm)
      .min(1)
      .max(MOST_EVIDENCE)
      .optional()
      .meta({ description: 'Files that are shown to belong to it' }),
  }),
});

/** Every event of the remarks on a posting. */
export const remarksEvents = [RemarkAdded] as const;
export type RemarksEvent = EventOf<(typeof remarksEvents)[number]>;
