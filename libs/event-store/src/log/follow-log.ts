import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SubscribeOptions, SubscriptionMessage } from '../event-store.ts';
import type { CommitBell } from './commit-bell.ts';
import { matcherOf } from './event-filter.ts';
import { fromPosition, toPosition } from './position.ts';
import type { LogAccess } from './read-log.ts';
import { toRecordedEvent } from './recorded-event.ts';
import { type Matches, PAGE_EVENTS, type Page, type SequencedLog } from './sequenced-log.ts';

/**
 * Follows the log: pages until caught up, then sleeps until the next commit of this process. Nothing is
 * pushed: a slow consumer falls behind and is fed in pages again.
 */
export async function* followLog(
  access: LogAccess,
  bell: CommitBell,
  options: SubscribeOptions,
): AsyncGenerator<SubscriptionMessage> {
  const { signal } = options;
  // Asked anew each time: the reader may stop whenever it has got something.
  const stopped = () => signal.aborted;
  const matches = matcherOf(options.filter);
  const wantsNoEvent = options.filter?.types?.length === 0;
  let above = options.after === undefined ? undefined : fromPosition(options.after);
  let caughtUp = false;
  while (!stopped()) {
    const heard = bell.rings;
    const page = wantsNoEvent ? onlyEnd(access(), above) : eventsAfter(access(), above, matches);
    if (caughtUp && page.more) {
      caughtUp = false;
      yield { kind: 'fell-behind' };
    }
    yield* messagesOf(page, signal);
    above = page.end ?? above;
    if (page.more) {
      await nextTurn();
      continue;
    }
    if (!caughtUp && !stopped()) {
      caughtUp = true;
      yield { kind: 'caught-up', position: above === undefined ? undefined : toPosition(above) };
    }
    await bell.next(heard, signal);
  }
}

const eventsAfter = (log: SequencedLog, above: bigint | undefined, matches: Matches): Page =>
  log.page({ above, below: undefined, direction: 'forwards', limit: PAGE_EVENTS, matches });

/** Whoever wants to hear that the log has grown, and no event, makes nobody read what it has grown by. */
function onlyEnd(log: SequencedLog, above: bigint | undefined): Page {
  const end = log.placeUpTo()?.position;
  const hasGrown = end !== undefined && end > (above ?? 0n);
  return { events: [], end: hasGrown ? end : undefined, more: false };
}

function* messagesOf(page: Page, signal: AbortSignal): Generator<SubscriptionMessage> {
  for (const stored of page.events) {
    if (signal.aborted) return;
    yield { kind: 'event', event: toRecordedEvent(stored) };
  }
  const trailing = page.end !== undefined && page.end !== page.events.at(-1)?.position;
  if (trailing && !signal.aborted) yield { kind: 'checkpoint-reached', position: toPosition(page.end) };
}
