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

/** Offset of the first byte that is no UTF-8. */
function invalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let end = bytes.length;
  const decodes = (to: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(valid, to), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(end)) return lastIncomplete(bytes);
  while (end - valid > 1) {
    const middle = (valid + end) >> 1;
    // A cut inside a character is fine when streaming; start again at a character's first byte.
    if (decodes(middle)) {
      let start = middle;
      while (start > valid && (bytes[start]! & 0xc0) === 0x80) start -= 1;
      if (start === valid) break;
      valid = start;
    } else {
      end = middle;
    }
  }
  return valid;
}

/** All bytes are fine but the last character is cut off. */
function lastIncomplete(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > 0 && (bytes[at]! & 0xc0) === 0x80) at -= 1;
  return at;
}
