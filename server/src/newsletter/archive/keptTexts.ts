import { copyOf } from '../../text/copy';

/** Texts in memory of their own, each once: an event stands in four issues, and its organiser in a hundred. */
export class KeptTexts {
  private readonly known = new Map<string, string>();

  /** The same text, fit to be kept for long. */
  own(text: string): string {
    let known = this.known.get(text);
    if (known === undefined) {
      known = copyOf(text);
      this.known.set(known, known);
    }
    return known;
  }
}
