import { z } from 'zod';
import { type Asked, type DecisionContext, type DomainEvent, formOf, isRefusal } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import type { AnyDecider } from '../books.ts';
import { differenceBetween } from './difference.ts';
import type { SaidEvent } from './log-streams.ts';
import type { World } from './world.ts';

const form = z.object({
  command: z.looseObject({ type: z.string() }),
  recordedOn: z.iso.date(),
  revisions: z.record(z.string(), z.string()).optional(),
});

/** What is decided today on what was seen then; a text when it cannot be decided, or was never to be. */
export function decideAgain(
  decider: AnyDecider,
  state: unknown,
  event: SaidEvent,
  world: World,
): readonly DomainEvent[] | string {
  const said = form.safeParse(event.metadata.asked);
  if (!said.success) return 'what was asked is not of the expected form';
  const asked = said.data as unknown as Asked;
  try {
    const command = formOf(decider).decode(asked.command);
    const context = world.seenBy(event, asked);
    const decided = decider.decide(state, command, context);
    if (isRefusal(decided))
      return `it is refused with ${decided.code}: ${decided.message.replace(/\.$/, '')}`;
    if (decided.length === 0) return 'nothing is decided';
    if (!world.isOnItsDay(event, asked))
      return `it was decided on ${asked.recordedOn}, another day than it was recorded on`;
    if (reasonDiffers(event, asked)) return 'its reason is not the one that was asked with';
    const unasked = () => nobodyWasAsked(decider, state, command, event, context, world);
    return !isRegistrationByDefault(asked) && unasked() ? 'it names nobody who allowed it' : decided;
  } catch (error) {
    return `it cannot be taken again: ${error instanceof Error ? error.message.replace(/\.$/, '') : String(error)}`;
  }
}

/** The reason of the command itself, where it has one, is that of its events. */
function reasonDiffers({ metadata }: SaidEvent, { command: { reason } }: Asked): boolean {
  return typeof reason === 'string' && metadata.reason !== reason;
}

/** Whether a decision that names no rule table would have been asked for one. */
function nobodyWasAsked(
  decider: AnyDecider,
  state: unknown,
  command: object,
  event: SaidEvent,
  context: DecisionContext,
  world: World,
): boolean {
  if ('access' in context) return false;
  const access = world.tableAround(event);
  if (!access) return false;
  const decided = decider.decide(state, command, { ...context, access } as DecisionContext);
  return isRefusal(decided) || (decided[0]?.decision !== undefined && 'access' in decided[0].decision);
}

/** The ledger registers an organisation by itself at its first posting; nobody is asked. */
function isRegistrationByDefault({ command }: Asked): boolean {
  const { type, settings } = command as { readonly type?: unknown; readonly settings?: unknown };
  return type === 'register-organisation' && differenceBetween(settings, DEFAULT_SETTINGS, '') === undefined;
}
