import type { DrawerProps, ModalProps } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';

// What lies over a page is not there when it opens: its code comes with the first time.
const KitDrawer = lazy(async () => ({ default: (await import('./overlay-kit.tsx')).KitDrawer }));
const KitDialog = lazy(async () => ({ default: (await import('./overlay-kit.tsx')).KitDialog }));

/** Gives the focus back to what opened an overlay once the overlay is gone, also where it goes without closing first. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}

/** A panel beside the page. */
export function Drawer(props: Omit<DrawerProps, 'lockScroll'>): ReactNode {
  useFocusBack();
  return (
    <Suspense>
      <KitDrawer {...props} />
    </Suspense>
  );
}

/** A question over the page. */
export function Dialog(props: Omit<ModalProps, 'lockScroll'>): ReactNode {
  useFocusBack();
  return (
    <Suspense>
      <KitDialog {...props} />
    </Suspense>
  );
}
