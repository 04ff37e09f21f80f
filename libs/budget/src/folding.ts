/** What it takes to fold the events of a budget account that were checked when they were written. */
export { type Line, lineKey, lineName } from './line.ts';
export {
  type DocumentReference,
  documentOf,
  type Measure,
  type Movement,
  type MovementQuarter,
  movementsOf,
} from './movements.ts';
