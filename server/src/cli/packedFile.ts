import { Buffer } from 'node:buffer';
import type { InputFile } from './inputFile';

/**
 * One of many files. Its text is kept in UTF-8, outside of what V8 copies from place to place as long as it is used, and
 * made anew whenever somebody asks for it.
 */
export interface PackedFile extends InputFile {
  readonly bytes: Uint8Array;
}

/** @param bytes the text in UTF-8 */
export function unpacking(file: Omit<InputFile, 'text'>, bytes: Buffer): PackedFile {
  return {
    ...file,
    bytes,
    get text() {
      return bytes.toString();
    },
  };
}

export function packed({ text, ...file }: InputFile): PackedFile {
  return unpacking(file, Buffer.from(text));
}
