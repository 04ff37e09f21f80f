import { Drawer as MantineDrawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';
import { partTexts } from './texts.ts';

/** The panel itself; scrolling is not locked, since the policy of the pages allows no styles made by scripts. */
export function KitDrawer(props: Omit<DrawerProps, 'lockScroll'>): ReactNode {
  const t = useTexts(partTexts);
  return (
    <MantineDrawer
      position="right"
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
      {...props}
      lockScroll={false}
    />
  );
}

/** The question itself. */
export function KitDialog(props: Omit<ModalProps, 'lockScroll'>): ReactNode {
  const t = useTexts(partTexts);
  return <Modal size="lg" closeButtonProps={{ 'aria-label': t('close') }} {...props} lockScroll={false} />;
}
