import { stat } from 'node:fs/promises';
import { RefusalError } from '#kernel';
import { encodeBase64 } from '../base64.ts';
import type { MerkleTree } from '../merkle-tree.ts';
import { refuse } from '../refusals.ts';
import type { ListedKey } from '../listed-key.ts';
import { formatVerifierKey } from '../verifier-key.ts';
import { BundleFolder } from './bundle-folder.ts';
import { type Finding, type OnFinding, OUTSIDE } from './finding.ts';
import {
  ACCESS,
  CHECKPOINTS,
  EVENTS,
  KEYS,
  MANIFEST,
  type Manifest,
  parseManifest,
  type StatedTree,
  TOTALS,
} from './manifest.ts';
import { keysThatSigned, NoteCheck, type TrustedCheckpoint } from './note-check.ts';
import { readKeys } from './read-keys.ts';
import { readNotes } from './read-notes.ts';
import type { Sealed, SealedHead } from './root-check.ts';
import type { StreamEnds } from './stream-ends.ts';
import { parseTotals } from './totals.ts';
import { type BundleProgress, type OnEvent, verifyLog } from './verify-log.ts';

export interface BundleQuestions {
  readonly onFinding: OnFinding;
  readonly onEvent?: OnEvent;
  readonly onAccessEvent?: OnEvent;
  readonly onProgress?: (progress: BundleProgress) => void;
  /** What is no fault and should be known all the same. */
  readonly onNotice?: ((notice: string) => void) | undefined;
  /** Makes the place where the ends of the streams of a log are kept; in memory when absent. */
  readonly streamEnds?: () => StreamEnds;
  /** Verifier keys from outside, one a line; then those of the bundle are not relied on. */
  readonly keysFile?: string;
  /** Signed notes that were kept outside. */
  readonly checkpointFile?: string;
}

export interface BundleSummary {
  /** Nothing when the manifest cannot be read. */
  readonly manifest: Manifest | undefined;
  readonly events: number;
  readonly accessEvents: number;
  /** Base64, over all events. */
  readonly root: string;
  /** Checkpoints that a known key signed. */
  readonly checkpoints: readonly TrustedCheckpoint[];
  /** Events, and events of the access log, that a checkpoint vouches for. */
  readonly proven: number;
  readonly accessProven: number;
  /** The keys that signed these checkpoints, in their text form. */
  readonly keys: readonly string[];
  readonly findings: number;
}

/**
 * Checks a bundle, all but what its events mean: docs/audit-trail-format.md says what. Every finding is told as it is
 * found; memory holds no events. Throws the refusal `bundle-unreadable` when there is no bundle to check.
 */
export async function verifyBundle(folder: string, questions: BundleQuestions): Promise<BundleSummary> {
  await assertBundle(folder);
  const check = new BundleCheck(folder, questions);
  return check.run();
}

async function assertBundle(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  const files = new BundleFolder(folder);
  if (there?.isDirectory() && ((await files.has(MANIFEST)) || (await files.has(EVENTS)))) return;
  const message = `${folder} is no bundle: expected a folder with ${MANIFEST} and ${EVENTS}.`;
  throw new RefusalError(refuse('bundle-unreadable', message, { folder }));
}

class BundleCheck {
  readonly #folder: BundleFolder;
  readonly #questions: BundleQuestions;
  #findings = 0;

  constructor(folder: string, questions: BundleQuestions) {
    this.#folder = new BundleFolder(folder);
    this.#questions = questions;
  }

  async run(): Promise<BundleSummary> {
    const manifest = await this.#manifest();
    const keys = await this.#keys();
    const checkpoints = await this.#checkpoints(keys, manifest?.origin);
    const { onEvent, onAccessEvent } = this.#questions;
    const ledger = await this.#log(EVENTS, checkpoints, onEvent);
    const access = await this.#log(ACCESS, checkpoints.flatMap(accessHead), onAccessEvent);
    await this.#totals();
    if (manifest) {
      this.#compare(manifest.leaves, ledger.tree, EVENTS);
      this.#compare(manifest.access, access.tree, ACCESS);
      if (manifest.events !== manifest.leaves.size) this.#mismatch('it states two numbers of events');
      await this.#folder.compareWith(manifest, this.#report);
    }
    return {
      manifest,
      events: ledger.tree.size,
      accessEvents: access.tree.size,
      root: encodeBase64(ledger.tree.root()),
      checkpoints,
      proven: ledger.proven,
      accessProven: access.proven,
      keys: keysThatSigned(keys, checkpoints).map(formatVerifierKey),
      findings: this.#findings,
    };
  }

  readonly #report = (finding: Finding): void => {
    this.#findings += 1;
    this.#questions.onFinding(finding);
  };

  #mismatch(what: string): void {
    const message = `The manifest cannot be relied on: ${what}.`;
    this.#report({ code: 'manifest-mismatch', file: MANIFEST, message });
  }

  async #manifest(): Promise<Manifest | undefined> {
    const text = await this.#folder.text(MANIFEST);
    const manifest = text === undefined ? 'it is not there' : parseManifest(text);
    if (typeof manifest !== 'string') return manifest;
    this.#mismatch(manifest);
    return undefined;
  }

  async #keys(): Promise<readonly ListedKey[]> {
    const { keysFile } = this.#questions;
    if (keysFile !== undefined) return readKeys(keysFile, OUTSIDE, this.#report);
    let keys: ListedKey[] = [];
    await this.#folder.reading(KEYS, async (file, onChunk) => {
      keys = await readKeys(file, KEYS, this.#report, onChunk);
    });
    return keys;
  }

  async #checkpoints(keys: readonly ListedKey[], origin: string | undefined): Promise<TrustedCheckpoint[]> {
    const expected = { keys, origin };
    const inside = new NoteCheck(CHECKPOINTS, expected, this.#report);
    await this.#folder.reading(CHECKPOINTS, async (file, onChunk) => {
      for await (const { note, line } of readNotes(file, onChunk)) inside.take(note, line);
    });
    const outside = new NoteCheck(OUTSIDE, expected, this.#report);
    const { checkpointFile, keysFile, onNotice } = this.#questions;
    // A list from outside may be older or newer than the bundle.
    for (const { key, message } of keysFile === undefined ? inside.turns.differences(keys) : []) {
      this.#report({ code: 'keys-differ', file: KEYS, ...(key.line && { line: key.line }), message });
    }
    for (const notice of inside.turns.notices()) onNotice?.(notice);
    if (checkpointFile !== undefined) {
      for await (const { note, line } of readNotes(checkpointFile)) outside.take(note, line);
    }
    return [...inside.trusted, ...outside.trusted];
  }

  #log(
    name: string,
    heads: readonly SealedHead[],
    onEvent: OnEvent | undefined,
  ): Promise<Sealed & { readonly tree: MerkleTree }> {
    const { onProgress, streamEnds } = this.#questions;
    const ends = streamEnds?.();
    return verifyLog(this.#folder, name, heads, { ends, onFinding: this.#report, onEvent, onProgress });
  }

  #compare({ size, root }: StatedTree, tree: MerkleTree, log: string): void {
    if (size !== tree.size) {
      this.#mismatch(`it states ${size} events of ${log}, and there are ${tree.size}`);
    } else if (root !== encodeBase64(tree.root())) {
      const message = `The root in the manifest is not that of the ${size} events of ${log}.`;
      this.#report({ code: 'tree-mismatch', file: MANIFEST, message });
    }
  }

  async #totals(): Promise<void> {
    const text = await this.#folder.text(TOTALS);
    const totals = text === undefined ? [] : parseTotals(text);
    if (typeof totals !== 'string') return;
    this.#report({ code: 'totals-differ', file: TOTALS, message: `The totals cannot be read: ${totals}.` });
  }
}

const accessHead = ({ access, file, line }: TrustedCheckpoint): SealedHead[] =>
  access ? [{ ...access, file, line }] : [];
