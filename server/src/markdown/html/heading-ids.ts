/** Makes the id of a heading from its text: ASCII letters, digits and `_`, the rest is `-` or nothing. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\0-\x7f]/g, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** The ids in use on a page, those of references to footnotes too. A second heading of the same text gets `_1`, the third `_2`. */
export class HeadingIds {
  private readonly used = new Set<string>();
  /** The number last given to a stem, so that many equal headings stay linear. */
  private readonly numbers = new Map<string, number>();

  private readonly references = new Map<string, number>();

  /** The id of the next reference to a footnote. */
  reference(name: string): string {
    const count = this.referencesTo(name) + 1;
    this.references.set(name, count);
    return referenceId(name, count);
  }

  /** How often a footnote is referred to. */
  referencesTo(name: string): number {
    return this.references.get(name) ?? 0;
  }

  /** Takes an id as it is, as a heading with an attribute list gives it. */
  reserve(id: string): string {
    this.used.add(id);
    return id;
  }

  /** Makes an id that is not in use from a slug, and takes it. */
  take(slug: string): string {
    let id = slug;
    if (this.used.has(id) || id === '') {
      const numbered = /^(.*)_([0-9]+)$/.exec(id);
      const stem = numbered ? numbered[1]! : id;
      let number = Math.max(numbered ? Number(numbered[2]) : 0, this.numbers.get(stem) ?? 0);
      do {
        number++;
        id = `${stem}_${number}`;
      } while (this.used.has(id));
      this.numbers.set(stem, number);
    }
    this.used.add(id);
    return id;
  }
}

/** The id of a footnote's reference. @param count 1 for the first one */
export function referenceId(name: string, count: number): string {
  return `fnref${count > 1 ? count : ''}:${name}`;
}
