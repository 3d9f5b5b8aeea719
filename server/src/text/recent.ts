import { copyOf } from './copy';

/** What was found out about texts, while they are asked about again and again: texts, and what is known, are copies. */
export class Recent<T> {
  private young = new Map<string, T>();
  private old: ReadonlyMap<string, T> = new Map();

  /**
   * @param find tells of a text what only depends on the text; never undefined
   * @param limit how many of the texts asked about last are known for sure; twice as many may be
   */
  constructor(
    private readonly find: (text: string) => T,
    private readonly limit: number,
  ) {}

  get(text: string): T {
    const known = this.young.get(text);
    if (known !== undefined) return known;
    if (this.young.size >= this.limit) {
      this.old = this.young;
      this.young = new Map();
    }
    const own = copyOf(text);
    const value = this.old.get(text) ?? this.find(own);
    this.young.set(own, value);
    return value;
  }
}
