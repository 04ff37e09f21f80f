import { describe, expect, it } from '@jest/globals';
import { isRefusal, type Instant } from '#kernel';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { checkpointVectors, type CheckpointVector, hex, unhex } from './vectors.fixture.ts';

function checkpointOf({ checkpoint }: CheckpointVector): Checkpoint {
  const { origin, size, root, time, access } = checkpoint;
  const head = { origin, size, root: unhex(root), time: time as Instant };
  return access ? { ...head, access: { size: access.size, root: unhex(access.root) } } : head;
}

const { checkpoints } = checkpointVectors;
const plain = checkpoints[1]!.text;
const [origin = '', size = '', root = '', time = ''] = plain.split('\n');
const withAccess = checkpoints[2]!.text.split('\n')[4]!;
const textOf = (...lines: string[]): string => `${lines.join('\n')}\n`;

describe('a checkpoint', () => {
  it.each(checkpoints.filter(({ name }) => !name.includes('extension')))('is written as: $name', (vector) => {
    expect(formatCheckpoint(checkpointOf(vector))).toBe(vector.text);
  });

  it.each(checkpoints)('is read back: $name', (vector) => {
    const read = parseCheckpoint(vector.text);
    if (isRefusal(read)) throw new Error(read.message);
    const shown = {
      ...read,
      root: hex(read.root),
      ...(read.access && { access: { ...read.access, root: hex(read.access.root) } }),
    };
    expect(shown).toEqual(vector.checkpoint);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no newline at the end', plain.slice(0, -1)],
    ['no origin', textOf('', size, root, time)],
    ['an origin with a space', textOf('a b', size, root, time)],
    ['an origin with a plus sign', textOf('a+b', size, root, time)],
    ['an origin that is not ASCII', textOf('บัญชี', size, root, time)],
    ['a size with a zero in front', textOf(origin, '07', root, time)],
    ['a negative size', textOf(origin, '-7', root, time)],
    ['a size beyond 2^53', textOf(origin, '9007199254740992', root, time)],
    ['a root of 31 bytes', textOf(origin, size, Buffer.alloc(31).toString('base64'), time)],
    ['a root in another spelling', textOf(origin, size, root.replace('=', ''), time)],
    ['no time', textOf(origin, size, root)],
    ['two times', textOf(origin, size, root, time, time)],
    ['a time without milliseconds', textOf(origin, size, root, 'time 2026-01-05T03:04:05Z')],
    ['a day that does not exist', textOf(origin, size, root, 'time 2026-02-30T03:04:05.678Z')],
    ['an empty line', textOf(origin, size, root, '', time)],
    ['an access line without a root', textOf(origin, size, root, time, 'access 17')],
    ['an access line with too much', textOf(origin, size, root, time, `${withAccess} more`)],
    ['two access lines', textOf(origin, size, root, time, withAccess, withAccess)],
  ])('is refused with %s', (_, text) => {
    expect(parseCheckpoint(text)).toMatchObject({ code: 'checkpoint-malformed' });
  });
});
