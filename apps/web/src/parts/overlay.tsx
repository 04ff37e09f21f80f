import type { DrawerProps, ModalProps } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';

// What lies over a page is not there when it opens: its code comes with the first time.
const KitDrawer = lazy(async () => ({ default: (await import('./overlay-kit.tsx')).KitDrawer }));
const KitDialog = lazy(async () => ({ default: (await import('./overlay-kit.tsx')).KitDialog }));

/**
 * Stands while an overlay is open. Gives the focus back to what opened it, and to the page where that is gone or takes
 * none, as the button of what was decided meanwhile.
 */
function FocusBack(): ReactNode {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      for (const place of [opener, document.getElementById('main')]) {
        if (!(place instanceof HTMLElement) || place === document.body) continue;
        place.focus({ preventScroll: true });
        if (document.activeElement === place) return;
      }
    },
    [opener],
  );
  return null;
}

/** A panel beside the page. */
export function Drawer(props: Omit<DrawerProps, 'lockScroll'>): ReactNode {
  return (
    <>
      {props.opened ? <FocusBack /> : null}
      <Suspense>
        <KitDrawer {...props} />
      </Suspense>
    </>
  );
}

/** A question over the page. */
export function Dialog(props: Omit<ModalProps, 'lockScroll'>): ReactNode {
  return (
    <>
      {props.opened ? <FocusBack /> : null}
      <Suspense>
        <KitDialog {...props} />
      </Suspense>
    </>
  );
}
