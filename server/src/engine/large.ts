import type { Finding } from '../rules/rule';
import { megabytes } from '../text/size';

/** The one finding of a file that is not read. Explained in docs/editing.md#large-files, and no rule: nobody can switch it off. */
export const FILE_SIZE = 'file-size';

/** Says what is left out for a text that is too large. */
export function tooLarge(text: string): string {
  return `This file has ${megabytes(text)} MB, and only files of up to 1 MB are read. There are no other findings, no fixes, completions, hovers or outline, and no preview`;
}

export function tooLargeFinding(text: string): Finding {
  return {
    rule: FILE_SIZE,
    at: { start: 0, end: 0 },
    message: tooLarge(text),
    severity: 'info',
    related: [],
    fixes: [],
  };
}
