import type { Refusal } from '#kernel';
import type { Finding, FolderSummary } from '#verification';

/** What a verification came to. */
export interface ChildSummary extends Omit<FolderSummary, 'keys' | 'position' | 'root'> {
  readonly position: string;
  /** Base64. */
  readonly root: string;
}

/** What the process that verifies tells the service. */
export type ChildMessage =
  | { readonly kind: 'progress'; readonly what: string; readonly done: number }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'notice'; readonly notice: string }
  | { readonly kind: 'done'; readonly summary: ChildSummary }
  | { readonly kind: 'failed'; readonly why: string };

/** What the process that writes a bundle tells the service. */
export type ExportMessage =
  | { readonly kind: 'written'; readonly events: number }
  | { readonly kind: 'failed'; readonly why: string; readonly refusal: Refusal | undefined };

/** Whether the read models are at the end of the log, or stand still before it. */
export type ReadModelsStand = 'at-the-end' | 'stopped';
