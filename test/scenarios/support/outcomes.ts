import { expect } from '@jest/globals';
import type { Step } from './steps.ts';
import { amountOf, isAmount, lineOf } from './words.ts';
import type { World } from './world.ts';

/** What becomes of a posting. */
export const outcomes: readonly Step[] = [
  [
    /^(?:it is|all are) recorded$/,
    async (world) => {
      expect(world.last).toMatchObject({ status: 201, json: { dryRun: false, replayed: false } });
      expect(await world.head()).toBe(world.last!.json['position']);
    },
  ],
  [
    /^it would be recorded$/,
    (world) => {
      expect(world.last).toMatchObject({ status: 200, json: { dryRun: true } });
      expect(world.last!.json).not.toHaveProperty('position');
    },
  ],
  [
    /^it is refused with "([^"]+)"(?:, short by ([\d,]+\.\d{2}))?(?: on (\S+))?(?: in "([^"]+)")?(?:, which says:|:)?$/,
    (world, { table }, code, shortBy, line, project) => {
      const { json } = world.refused();
      expect(json).toMatchObject({
        code,
        ...(shortBy ? { shortBy: amountOf(shortBy) } : {}),
        ...(line ? { line: lineOf(line) } : {}),
        ...(project ? { project } : {}),
      });
      for (const { field, value } of table) expect([field, at(json, field!)]).toEqual([field, plain(value!)]);
    },
  ],
  [/^it is refused$/, (world) => void world.refused()],
  [
    /^the refusal mentions "([^"]+)"$/,
    (world, _, words) => expect(JSON.stringify(world.refused().json)).toContain(words),
  ],
  [/^nothing is recorded$/, async (world) => expect(await world.head()).toBe(world.headBefore)],
  [
    /^the first answer is given again$/,
    (world) => {
      const [again, first] = world.answers.toReversed();
      expect(again!.json).toEqual({ ...first!.json, replayed: true });
    },
  ],
  [
    /^the answer is that of the dry run$/,
    (world) => {
      const [real, dry] = world.answers.toReversed();
      if (real!.status >= 400) world.refused();
      const told = ({ json }: typeof real & {}) => [
        json['code'],
        json['shortBy'],
        json['outcome'],
        json['events'],
      ];
      expect(told(real!)).toEqual(told(dry!));
    },
  ],
  [
    /^the events are (.+)$/,
    (world, _, names) => {
      const events = world.last!.json['events'] as readonly { type: string }[];
      expect(events.map(({ type }) => type)).toEqual(names!.split(/, (?:then )?/));
    },
  ],
  [
    /^the event "([^"]+)" says:$/,
    (world, { table }, type) => {
      const event = eventsOf(world).find((each) => each.type === type);
      for (const { field, value } of table) {
        expect([field, String(at(event?.data, field!))]).toEqual([field, plain(value!)]);
      }
    },
  ],
  [
    /^the event "([^"]+)" mentions "([^"]+)"$/,
    async (world, _, type, words) => {
      expect(JSON.stringify(await recordOf(world, type))).toContain(words);
    },
  ],
  [
    /^the decision warns with "([^"]+)"$/,
    async (world, _, code) => {
      expect(await decisionOf(world)).toMatchObject({ warnings: [expect.objectContaining({ code })] });
    },
  ],
  [
    /^the decision warns of nothing$/,
    async (world) => expect(await decisionOf(world)).not.toHaveProperty('warnings'),
  ],
  [
    /^the decision names the revision of "([^"]+)"$/,
    async (world, _, stream) => {
      const { revisions } = (await decisionOf(world)) as { revisions?: Record<string, string> };
      expect(revisions?.[stream!]).toMatch(/^\d+$/);
    },
  ],
  [
    /^the decision is on record without "([^"]+)"$/,
    async (world, _, part) => expect(await decisionOf(world)).not.toHaveProperty(part!),
  ],
  [
    /^the decision(?: on "([^"]+)")? is on record with:$/,
    async (world, { table }, type) => {
      const decision = await decisionOf(world, type);
      for (const { field, value } of table) {
        expect([field, String(at(decision, field!))]).toEqual([field, plain(value!)]);
      }
    },
  ],
];

interface PostedEvent {
  readonly type: string;
  readonly data: unknown;
}

const eventsOf = (world: World): readonly PostedEvent[] =>
  (world.last?.json['events'] ?? []) as readonly PostedEvent[];

/** An event of the last posting as it stands in the log, with its metadata; the first one when no type is named. */
async function recordOf(world: World, type?: string): Promise<{ metadata?: { decision?: object } }> {
  const events = eventsOf(world);
  const index = type === undefined ? 0 : events.findIndex((each) => each.type === type);
  if (index < 0) throw new Error(`no ${type ?? 'event'} was recorded`);
  const position = BigInt(String(world.last!.json['position'])) - BigInt(events.length - 1 - index);
  return world.get(`events/${String(position)}`);
}

/** What a decision saw, as it stands beside its first event for ever. */
async function decisionOf(world: World, type?: string): Promise<object> {
  const { metadata } = await recordOf(world, type);
  if (!metadata?.decision) throw new Error('the event has no record of its decision');
  return metadata.decision;
}

/** A place in an answer: `balances.0.available`. */
const at = (answer: unknown, place: string): unknown =>
  place
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answer);

const plain = (value: string): string => (isAmount(value) ? amountOf(value) : value);
