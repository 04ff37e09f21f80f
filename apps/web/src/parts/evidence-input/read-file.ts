import type { Evidence } from '#kernel';

/** Larger files would not fit into the memory of a page. */
const LARGEST = 500 * 1024 * 1024;

/** Why a file cannot be taken. */
export type FileFault = 'tooLarge' | 'unreadable' | 'insecure';

/** Reads a file on this machine and gives what is recorded of it; the file itself goes nowhere. */
export async function readFileEvidence(file: File): Promise<Evidence | FileFault> {
  if (file.size > LARGEST) return 'tooLarge';
  // Browsers give this to pages over TLS and of the machine itself alone.
  if (!isSecureContext) return 'insecure';
  try {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { name: file.name.normalize('NFC').slice(0, 200), size: file.size, sha256 };
  } catch {
    return 'unreadable';
  }
}
