/**
 * Proof that nothing in a log was changed: the hashes of events, the Merkle tree over them, signed checkpoints, proofs,
 * and the bundle that an auditor verifies without the ledger. The format is written down in docs/audit-trail-format.md.
 */
export { type Checkpoint, formatCheckpoint, parseCheckpoint, type TreeHead } from './checkpoint.ts';
export { type DigestedEvent, eventDigest } from './event-digest.ts';
export { type LeafEvent, leafHash } from './leaf-hash.ts';
export { consistencyProof, inclusionProof, type Leaves } from './merkle-proofs.ts';
export { EMPTY_ROOT, MerkleTree, type OnNode } from './merkle-tree.ts';
export { auditTrailRefusals } from './refusals.ts';
export { type NoteSignature, signNote, type VerifiedNote, verifyNote } from './signed-note.ts';
export {
  newSigningKey,
  parseSigningKey,
  readSigningKey,
  type SigningKey,
  writeSigningKey,
} from './signing-key.ts';
export { formatVerifierKey, parseVerifierKey, type VerifierKey, verifierKey } from './verifier-key.ts';
export {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from './verify-proof.ts';
