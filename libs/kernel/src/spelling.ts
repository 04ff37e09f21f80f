/** Sara am typed as nikhahit and sara aa, also around a tone mark. Unicode composes it in compatibility forms alone. */
const AM_IN_PIECES = /\u0e4d([\u0e48-\u0e4b]?)\u0e32/gu;

/** Sara e typed twice for sara ae. */
const TWICE_E = /\u0e40\u0e40/gu;

/**
 * The one spelling of a text that is compared, however it was typed: Unicode NFC, and in Thai one letter where a
 * keyboard or another program gave two that look the same (The Unicode Standard, 16.1).
 */
export const oneSpelling = (text: string): string =>
  text.normalize('NFC').replace(AM_IN_PIECES, '$1\u0e33').replace(TWICE_E, '\u0e41');
