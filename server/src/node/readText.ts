import { FileError } from './fileError';
import { readRegularFile } from './regularFile';

/** The text of a file. @throws FileError when it can't be read or is not UTF-8 */
export function readText(file: string): string {
  return decodeText(file, readRegularFile(file).bytes);
}

/** @param file what the bytes are called @throws FileError for what is not UTF-8 */
export function decodeText(file: string, bytes: Uint8Array): string {
  try {
    // The byte order mark stays: it is a finding, and a fix must be able to see it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = invalidByte(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    const hex = bytes[at]!.toString(16).padStart(2, '0').toUpperCase();
    throw new FileError(file, `not UTF-8: byte 0x${hex} at offset ${at}`, line);
  }
}

/** Offset of the first byte that is no UTF-8: of a character that is cut short, where it begins. */
function invalidByte(bytes: Uint8Array): number {
  // Broken bytes are read as U+FFFD, which is written with others: there the two begin to differ.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const written = new TextEncoder().encode(text);
  let at = 0;
  while (written[at] === bytes[at]) at += 1;
  while ((written[at]! & 0xc0) === 0x80) at -= 1;
  return at;
}
