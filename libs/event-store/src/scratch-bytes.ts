const FIRST_SIZE = 64 * 1024;
/** What was larger for one value is not kept for the next. */
const KEPT_SIZE = 1024 * 1024;
/** Texts so short are copied here; the call of the engine costs more than they do. */
const SHORT = 72;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Texts without a quote, a backslash, a control character or a surrogate: JSON has them as they are. */
const AS_IT_IS = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** Bytes that JSON is written into, one value after the other: texts that are put together grow slow to read. */
export class Scratch {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #end = 0;

  clear(): void {
    this.#end = 0;
    if (this.#bytes.length > KEPT_SIZE) this.#bytes = Buffer.allocUnsafe(FIRST_SIZE);
  }

  /** What was written since `clear`. */
  copy(): Uint8Array {
    const copied = Buffer.allocUnsafe(this.#end);
    this.#bytes.copy(copied, 0, 0, this.#end);
    return copied;
  }

  writeByte(byte: number): void {
    this.#room(1);
    this.#bytes[this.#end] = byte;
    this.#end += 1;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    const [into, at] = [this.#bytes, this.#end];
    for (let index = 0; index < bytes.length; index += 1) into[at + index] = bytes[index] ?? 0;
    this.#end = at + bytes.length;
  }

  writeAscii(text: string): void {
    this.#room(text.length);
    const [into, at] = [this.#bytes, this.#end];
    for (let index = 0; index < text.length; index += 1) into[at + index] = text.charCodeAt(index);
    this.#end = at + text.length;
  }

  /** Writes a text as JSON, quoted and escaped; false for one with half of a surrogate pair. */
  writeText(text: string): boolean {
    // A UTF-16 code unit takes six bytes at most, which is how a control character is escaped.
    this.#room(6 * text.length + 2);
    if (text.length <= SHORT && this.#writeShort(text)) return true;
    const [into, at] = [this.#bytes, this.#end];
    if (!AS_IT_IS.test(text)) {
      if (!text.isWellFormed()) return false;
      this.#end = at + into.write(JSON.stringify(text), at);
      return true;
    }
    into[at] = QUOTE;
    const end = at + 1 + into.write(text, at + 1);
    into[end] = QUOTE;
    this.#end = end + 1;
    return true;
  }

  /** False, with nothing written, when a character is not plain ASCII. */
  #writeShort(text: string): boolean {
    const into = this.#bytes;
    let at = this.#end;
    into[at++] = QUOTE;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x20 || unit > 0x7e || unit === QUOTE || unit === BACKSLASH) return false;
      into[at++] = unit;
    }
    into[at] = QUOTE;
    this.#end = at + 1;
    return true;
  }

  #room(more: number): void {
    const needed = this.#end + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(needed * 2);
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
