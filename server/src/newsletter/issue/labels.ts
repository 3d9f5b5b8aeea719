/** The labels that are defined in an issue. */
export class Labels extends Set<string> {
  /** Those with brackets of their own: whether a text mentions them is not told so easily. */
  readonly bracketed: readonly string[];

  constructor(labels: Iterable<string>) {
    super(labels);
    this.bracketed = [...this].filter((label) => label.includes('[') || label.includes('\\'));
  }
}
