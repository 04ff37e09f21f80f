import { type CivilDate, type Satang, ZERO } from '#kernel';
import type { AccountState } from '../state.ts';

interface CashCommand {
  readonly type: string;
  readonly advance?: string | undefined;
  readonly clearing?: string | undefined;
  readonly spent?: Satang | undefined;
  readonly returned?: Satang | undefined;
  readonly effectiveOn?: CivilDate | undefined;
}

/**
 * Evidence of what an advance was spent on moves no budget, as long as no more was spent and nothing comes back; nor
 * does taking such evidence back. An advance of September is cleared in October (เงินยืมคาบเกี่ยว).
 */
export function isEvidenceAlone(state: AccountState, command: CashCommand): boolean {
  const { type, advance = '', clearing = '', spent = ZERO, returned = ZERO } = command;
  if (type === 'clear-advance') {
    const held = state.advances.get(advance);
    return held !== undefined && returned === ZERO && spent <= held.outstanding;
  }
  if (type !== 'reverse-clearing') return false;
  const made = state.clearings.get(clearing);
  return made?.excess === ZERO && made.returned === ZERO;
}
