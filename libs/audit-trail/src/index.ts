/**
 * Proof that nothing in a log was changed: the hashes of events, the Merkle tree over them, signed checkpoints, proofs,
 * and the bundle that an auditor verifies without the ledger. The format is written down in docs/audit-trail-format.md.
 */
export type { FoundEvent } from './bundle/event-reading.ts';
export { type Finding, type FindingCode, type OnFinding, OUTSIDE } from './bundle/finding.ts';
export { LogCheck } from './bundle/log-check.ts';
export type { Manifest } from './bundle/manifest.ts';
export { type KeyTurn, KeyTurns } from './bundle/key-turns.ts';
export { keysThatSigned, NoteCheck, type TrustedCheckpoint } from './bundle/note-check.ts';
export { readKeys } from './bundle/read-keys.ts';
export { readNotes } from './bundle/read-notes.ts';
export { RootCheck, type Sealed, type SealedHead } from './bundle/root-check.ts';
export { inTotalsOrder, lineOfTotals, readTotals, type TotalsRow } from './bundle/totals.ts';
export type { StreamEnd, StreamEnds } from './bundle/stream-ends.ts';
export { type BundleSummary, verifyBundle } from './bundle/verify-bundle.ts';
export type { LinePlace } from './bundle/verify-log.ts';
export { type CarriedFile, writeBundle } from './bundle/write-bundle.ts';
export { type Checkpoint, formatCheckpoint, parseCheckpoint, type TreeHead } from './checkpoint.ts';
export { eventDigest } from './event-digest.ts';
export { type LeafEvent, leafHash } from './leaf-hash.ts';
export { formatListedKey, type KeyEnd, type ListedKey, parseListedKey } from './listed-key.ts';
export { consistencyProof, inclusionProof, type Leaves, treeRoot } from './merkle-proofs.ts';
export { EMPTY_ROOT, MerkleTree } from './merkle-tree.ts';
export * from './receipt/index.ts';
export { auditTrailRefusals } from './refusals.ts';
export { signNote, verifyNote } from './signed-note.ts';
export { newSigningKey, readSigningKey, type SigningKey, writeSigningKey } from './signing-key.ts';
export { formatVerifierKey, parseVerifierKey, type VerifierKey } from './verifier-key.ts';
export { verifyConsistency, verifyInclusion } from './verify-proof.ts';
