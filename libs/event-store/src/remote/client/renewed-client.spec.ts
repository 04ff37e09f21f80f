import { describe, expect, it, jest } from '@jest/globals';
import { NoAnswer, ServerConflict } from './log-client.ts';
import { RenewedClient } from './renewed-client.ts';

class Client {
  disposed = false;

  async dispose(): Promise<void> {
    this.disposed = true;
  }
}

describe('a client that lost its server', () => {
  it.each(['unavailable', 'not-leader', 'timeout', 'unknown'])(
    'is made anew after no answer: %s',
    (reason) => {
      const client = new RenewedClient(() => new Client());
      const first = client.current;
      client.failed(first, new NoAnswer(reason));
      expect(client.current).not.toBe(first);
      expect(first.disposed).toBe(true);
    },
  );

  it.each([
    new ServerConflict(new Map()),
    new NoAnswer('cancelled'),
    new NoAnswer('too-slow'),
    new Error('a defect'),
  ])('stays after %s', (error) => {
    const client = new RenewedClient(() => new Client());
    const first = client.current;
    client.failed(first, error);
    expect(client.current).toBe(first);
  });

  it('is made anew once for all calls that failed on it, and not again at once', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(10_000);
    const client = new RenewedClient(() => new Client());
    const first = client.current;
    client.failed(first, new NoAnswer('unavailable'));
    const second = client.current;
    client.failed(first, new NoAnswer('unavailable'));
    client.failed(second, new NoAnswer('unavailable'));
    expect(client.current).toBe(second);
    now.mockReturnValue(10_500);
    client.failed(second, new NoAnswer('unavailable'));
    expect(client.current).not.toBe(second);
    now.mockRestore();
  });
});
