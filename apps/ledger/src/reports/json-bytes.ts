import { transcode } from 'node:buffer';

/** Elements of a list that are written at once: so much text stays near the processor, and no large one is left behind. */
const AT_ONCE = 64;

/** For a piece of a list; a longer one has bytes of its own. */
const SCRATCH = Buffer.allocUnsafe(262_144);

const [OPENING, CLOSING] = ['{\n  "list": [\n'.length, '\n  ]\n}'.length];

/** What `JSON.stringify` writes with an indentation of two, and the end of the line, as bytes; long lists piece by piece. */
export function jsonBytes(value: Readonly<Record<string, unknown>>): Buffer {
  const parts: Buffer[] = [];
  let before = '{\n';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    if (isLongList(member)) {
      parts.push(bytesOf(`${before}  ${JSON.stringify(name)}: [\n`), ...elements(member));
      before = '\n  ],\n';
    } else {
      parts.push(bytesOf(before + JSON.stringify({ [name]: member }, undefined, 2).slice(2, -2)));
      before = ',\n';
    }
  }
  parts.push(bytesOf(`${before.replace(/,?\n$/, '\n')}}\n`));
  return Buffer.concat(parts);
}

/** Whether writing it piece by piece pays. */
export const isLongList = (member: unknown): member is readonly unknown[] =>
  Array.isArray(member) && member.length > AT_ONCE;

/** The elements of a list that is a member of an object, as they stand in its text. */
function* elements(list: readonly unknown[]): Generator<Buffer> {
  for (let at = 0; at < list.length; at += AT_ONCE) {
    const text = JSON.stringify({ list: list.slice(at, at + AT_ONCE) }, undefined, 2);
    yield bytesOf(`${at === 0 ? '' : ',\n'}${text.slice(OPENING, -CLOSING)}`);
  }
}

/** By way of UTF-16, as V8 holds texts with Thai letters, in a third of the time. JSON has no half of a letter in it. */
const bytesOf = (text: string): Buffer =>
  2 * text.length > SCRATCH.length
    ? Buffer.from(text)
    : transcode(SCRATCH.subarray(0, SCRATCH.write(text, 'utf16le')), 'utf16le', 'utf8');
