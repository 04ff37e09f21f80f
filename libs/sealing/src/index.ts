/**
 * Seals a ledger: follows its two logs, grows a Merkle tree over each, and signs checkpoints that are published where
 * the ledger cannot take them back. Hashes, checkpoints and public keys are in `seals.sqlite`, signing keys elsewhere.
 */
export type { StoredCheckpoint } from './checkpoints.ts';
export { follow, type FollowOptions } from './follow.ts';
export { type KeyDisagreement, keyDisagreements } from './key-agreement.ts';
export { KeyFolder } from './key-folder.ts';
export { damagedSeals } from './open-seals-file.ts';
export { CheckpointFile } from './publication/checkpoint-file.ts';
export type { PublicationStatus } from './publication/publication.ts';
export type { Target } from './publication/target.ts';
export { type TimeStampSettings, TimeStamps } from './publication/time-stamps.ts';
export { WitnessFolder } from './publication/witness-folder.ts';
export { refuse as refuseSealing, type SealingRefusalCode, sealingRefusals } from './refusals.ts';
export { type SealProblem, type SealStatus, unreadableSeals } from './seal-status.ts';
export { Sealer } from './sealer.ts';
export { SEAL_EVERY, type SealerOptions, type SealEvery } from './sealer-options.ts';
export { SealsFile, type SealsFileOptions, type StoredTimestamp } from './seals-file.ts';
export { type ForeignSeals, takeOverSeals } from './take-over.ts';
export type { LogName } from './tiles.ts';
export { listedText, type StoredKey } from './verifier-keys.ts';
