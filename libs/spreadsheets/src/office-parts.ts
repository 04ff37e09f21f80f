/** Loaded when the first file is read or written: a service that starts needs none. */
const archive = () => import('@cj-tech-master/excelts/archive');

/** The parts of an office file (XLSX, PPTX) by their paths. */
export async function officeParts(file: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { unzip } = await archive();
  const parts = new Map<string, Uint8Array>();
  for await (const entry of unzip(file).entries()) {
    if (entry.type === 'file') parts.set(entry.path, await entry.bytes());
  }
  return parts;
}

/** An office file with some of its parts changed; the others stay as they are. */
export async function withParts(
  file: Uint8Array,
  change: (path: string, part: Uint8Array) => Uint8Array,
): Promise<Uint8Array> {
  const { zip } = await archive();
  const written = zip();
  for (const [path, part] of await officeParts(file)) written.add(path, change(path, part));
  return written.bytes();
}
