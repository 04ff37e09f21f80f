import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Interrupted } from './interrupted.ts';
import { askOnTerminal } from './terminal.ts';

function terminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown = async () => {
    output.end();
    return text(output);
  };
  return { input, output, shown };
}

describe('a question at the terminal', () => {
  it('shows nothing of a password, not even while it is corrected', async () => {
    const { input, output, shown } = terminal();
    const answer = askOnTerminal('Password: ', 'hidden', { input, output });
    input.write('secrex');
    input.write('\u007f');
    input.write('t ลับ\r');
    expect(await answer).toBe('secret ลับ');
    expect(await shown()).toBe('Password: \n');
  });

  it('shows what may be seen', async () => {
    const { input, output, shown } = terminal();
    const answer = askOnTerminal('Code: ', 'shown', { input, output });
    input.write('123456\r');
    expect(await answer).toBe('123456');
    expect(await shown()).toContain('123456');
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('ends with %s, and the next line begins at the left', async (_, key) => {
    const { input, output, shown } = terminal();
    const answer = askOnTerminal('Password: ', 'hidden', { input, output });
    input.write(key);
    await expect(answer).rejects.toBeInstanceOf(Interrupted);
    expect(await shown()).toBe('Password: \n');
  });
});
