import { withParts } from '#spreadsheets';

/** Fills of the three series, in their order: plan outlined, disbursed solid, committed hatched. */
const LINE = '<a:ln w="12700"><a:solidFill><a:srgbClr val="343A40"/></a:solidFill></a:ln>';
const FILLS = [
  `<a:noFill/>${LINE}`,
  `<a:solidFill><a:srgbClr val="343A40"/></a:solidFill>`,
  `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="343A40"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>${LINE}`,
];

/** Draws the charts of a presentation so that they survive print without colours; nothing else of it changes. */
export const hatched = (presentation: Uint8Array): Promise<Uint8Array> =>
  withParts(presentation, (path, part) => (/^ppt\/charts\/chart\d+\.xml$/.test(path) ? drawn(part) : part));

function drawn(chart: Uint8Array): Uint8Array {
  let series = 0;
  const xml = new TextDecoder()
    .decode(chart)
    .replace(
      /(<c:ser>[\s\S]*?<c:spPr>)[\s\S]*?(<\/c:spPr>)/g,
      (_, before: string, after: string) => `${before}${FILLS[series++ % FILLS.length] ?? ''}${after}`,
    );
  return new TextEncoder().encode(xml);
}
