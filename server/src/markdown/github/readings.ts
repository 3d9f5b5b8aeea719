import { type LineReadings, readTree } from './lineReadings';
import { isFitForGitHub, parseGitHub } from './parse';
import { readSimply } from './simplyRead';

/** What GitHub makes of texts, kept by text: an edit asks again for what it changed alone. */
export class GitHubReadings {
  private readonly known = new Map<string, LineReadings | undefined>();

  private limit: number;

  /** @param least how many texts are kept at least */
  constructor(private readonly least = 400) {
    this.limit = least;
  }

  /** Makes room for the parts of a text: its next version asks about most of them again. */
  expect(parts: number): void {
    this.limit = Math.max(this.least, 2 * parts);
  }

  /** @returns undefined for lines that GitHub's parser cannot be trusted with */
  read(lines: readonly string[]): LineReadings | undefined {
    const text = lines.join('\n');
    if (this.known.has(text)) return this.known.get(text);
    const readings = readSimply(lines) ?? (isFitForGitHub(text) ? parsed(text, lines.length) : undefined);
    this.known.set(text, readings);
    if (this.known.size > this.limit) this.known.delete(this.known.keys().next().value!);
    return readings;
  }
}

function parsed(text: string, count: number): LineReadings {
  return readTree(parseGitHub(text), text, count);
}
