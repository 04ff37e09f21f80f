import type { ReactNode } from 'react';
import { Figure, type FigureAddress } from '../parts/figure.tsx';

interface AmountCellProps {
  /** Exact baht; absent where nothing is planned or posted. */
  readonly baht: string | undefined;
  readonly of: FigureAddress;
  readonly earlier?: string | undefined;
  /** The cell lies after what is known: «…» instead of «-». */
  readonly unknown?: boolean;
}

/** A cell of a table with an amount and its explanation, or the sign for what is not there. */
export function AmountCell({ baht, of, earlier, unknown = false }: AmountCellProps): ReactNode {
  return (
    <td className="number">
      {baht === undefined ? unknown ? '…' : '-' : <Figure baht={baht} of={of} earlier={earlier} />}
    </td>
  );
}
