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

/** The ids in use on a page. A second heading of the same text gets `_1`, the third `_2`. */
export class HeadingIds {
  private readonly used = new Set<string>();
  /** The number last given to a stem, so that many equal headings stay linear. */
  private readonly numbers = new Map<string, number>();

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
