import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SubscribeOptions, SubscriptionMessage } from '../event-store.ts';
import type { CommitBell } from './commit-bell.ts';
import { matcherOf } from './event-filter.ts';
import { fromPosition, toPosition } from './position.ts';
import type { LogAccess } from './read-log.ts';
import { toRecordedEvent } from './recorded-event.ts';
import { PAGE_EVENTS, type Page } from './sequenced-log.ts';

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
  let above = options.after === undefined ? undefined : fromPosition(options.after);
  let caughtUp = false;
  while (!stopped()) {
    const heard = bell.rings;
    const page = access().page({
      above,
      below: undefined,
      direction: 'forwards',
      limit: PAGE_EVENTS,
      matches,
    });
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

function* messagesOf(page: Page, signal: AbortSignal): Generator<SubscriptionMessage> {
  for (const stored of page.events) {
    if (signal.aborted) return;
    yield { kind: 'event', event: toRecordedEvent(stored) };
  }
  const trailing = page.end !== undefined && page.end !== page.events.at(-1)?.position;
  if (trailing && !signal.aborted) yield { kind: 'checkpoint-reached', position: toPosition(page.end) };
}
