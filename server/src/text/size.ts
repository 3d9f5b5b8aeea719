/**
 * How many UTF-16 units a newsletter file, a template or a configuration may have to be read: 1 MB of plain text. The
 * longest issues have less than a tenth of it.
 */
const MAX_LENGTH = 1024 * 1024;

export function isTooLarge(text: string): boolean {
  return text.length > MAX_LENGTH;
}

/** Rounded up: what is a little too large is not told to be as large as it may be. */
export function megabytes(text: string): string {
  return (Math.ceil((10 * text.length) / MAX_LENGTH) / 10).toFixed(1);
}
