import { Connection } from './connection.ts';
import { NumberedRequest } from './numbered-request.ts';
import type { ClosedLoop, LoadResult, Request } from './orders.ts';
import { Tally } from './tally.ts';

/** Each connection sends its next request when it has the answer to the one before: what the service gives at most. */
export async function closedLoop(orders: ClosedLoop): Promise<LoadResult> {
  const { host, port, requests, connections, warmUpSeconds, seconds } = orders;
  const opened = await Promise.all(Array.from({ length: connections }, () => Connection.open(port, host)));
  const countFrom = performance.now() + warmUpSeconds * 1000;
  const until = countFrom + seconds * 1000;
  const tally = new Tally(countFrom);
  let next = orders.firstNumber;
  const officers = opened.map((connection, index) => {
    const request = new NumberedRequest(requests[index % requests.length] as Request, host);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const broke = () => {
      tally.broke();
      resolve(undefined);
    };
    const ask = (): void => {
      const sent = performance.now();
      if (sent >= until || !connection.isOpen) return resolve(undefined);
      const number = next;
      next += 1;
      const answered = (answer: Parameters<Tally['answered']>[2]): void => {
        tally.answered(number, sent, answer);
        ask();
      };
      connection.send(request.with(number), answered, broke);
    };
    ask();
    return promise;
  });
  await Promise.all(officers);
  const ended = performance.now();
  for (const connection of opened) connection.close();
  return tally.result(ended);
}
