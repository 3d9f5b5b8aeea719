import { type FrontMatterBlock, type FrontMatterField, parseFrontMatter } from '../../markdown/index';
import { isDate } from './date';

export type { FrontMatterField };

/** The keys every issue has, in the order in which they stand. */
export const FRONT_MATTER_KEYS = ['Title', 'Number', 'Date', 'Category'] as const;

export type FrontMatterKey = (typeof FRONT_MATTER_KEYS)[number];

/** The front matter of an issue, as the site reads it. */
export interface FrontMatter extends FrontMatterBlock {
  /** The `Date` field when it is a valid date. */
  readonly date: string | undefined;
  /** The `Number` field when it is a number. */
  readonly number: number | undefined;
}

/** Reads the front matter at the very beginning of a file's text. */
export function readFrontMatter(text: string): FrontMatter {
  const block = parseFrontMatter(text);
  const value = (wanted: FrontMatterKey) => block.fields.find(({ key }) => knownKey(key) === wanted)?.value;
  const date = value('Date');
  const number = value('Number');
  return {
    ...block,
    date: date !== undefined && isDate(date) ? date : undefined,
    number: number !== undefined && /^\d+$/.test(number) ? Number(number) : undefined,
  };
}

/** Which of the four keys the site takes a key for: it has no regard to case. */
export function knownKey(key: string): FrontMatterKey | undefined {
  return FRONT_MATTER_KEYS.find((known) => known.toLowerCase() === key.toLowerCase());
}

/** Whether a text is an issue, rather than a piece of one as in a snippet: it has some of the four keys. */
export function isWhole({ fields }: FrontMatterBlock): boolean {
  return fields.some(({ key }) => knownKey(key) !== undefined);
}
