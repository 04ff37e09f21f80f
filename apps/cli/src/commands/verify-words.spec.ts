import { describe, expect, it } from '@jest/globals';
import { saySummary } from './verify-words.ts';

const KEY = 'obligo.example/ledger/etda+d2dc9328+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4';

function said(checkpoints: number): string {
  const lines: string[] = [];
  const say = (text: string) => void lines.push(text);
  const counted = { events: 3, accessEvents: 0, proven: checkpoints * 3, accessProven: 0, checkpoints };
  const verified = { kind: 'ledger', ...counted, keys: [KEY], findings: 0 } as Parameters<
    typeof saySummary
  >[1];
  const io = { out: say, err: say } as unknown as Parameters<typeof saySummary>[0];
  saySummary(io, verified, { asJson: false, fromOutside: false });
  return lines.join('');
}

describe('the summary of a verification', () => {
  it('names the keys that are relied on', () => {
    expect(said(1)).toContain(`signed with ${KEY}`);
  });

  it('calls nothing signed that no checkpoint vouches for', () => {
    expect(said(0)).not.toMatch(/signed with|these keys/);
  });
});
