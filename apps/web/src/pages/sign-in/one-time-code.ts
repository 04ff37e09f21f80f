/** A one-time code that came with the link, behind `#`: browsers send that part to nobody. */
export const codeInLink = (): string => decodeURIComponent(location.hash.replace(/^#/, ''));
