import { type SubmitEvent, useState } from 'react';
import type { Fault } from './error-summary.tsx';
import type { useFaults } from './use-faults.ts';

type Faults = Pick<ReturnType<typeof useFaults>, 'show' | 'refused'>;

/** Sends a form once it is complete, once at a time; what the ledger refuses is shown as a fault. */
export function useSubmit(faults: Faults, check: () => readonly Fault[], act: () => Promise<void>) {
  const [sending, setSending] = useState(false);
  const submit = async () => {
    const found = check();
    faults.show(found);
    if (found.length > 0 || sending) return;
    setSending(true);
    await act().catch(faults.refused);
    setSending(false);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit();
  };
  return { sending, onSubmit };
}
