/** A process of its own that sends requests: its orders come as a message, and its figures leave as one. */
import { closedLoop } from './closed-loop.ts';
import { openLoop } from './open-loop.ts';
import type { Orders } from './orders.ts';

process.on('message', (said) => {
  const orders = said as Orders;
  const running = orders.loop === 'closed' ? closedLoop(orders) : openLoop(orders);
  running.then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
// Whoever gives the orders is gone.
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
