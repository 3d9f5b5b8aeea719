/** What rules and features may ask about earlier issues. */
export interface ArchiveView {
  /** Where a link stood before, the latest issue first. @param key from `linkKey` */
  earlierLinks(key: string): readonly EarlierLink[];
}

export interface EarlierLink {
  readonly uri: string;
  readonly date: string;
  /** Offsets into that issue. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
}
