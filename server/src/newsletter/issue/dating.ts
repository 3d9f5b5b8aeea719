import type { Edit } from '../../text/edits';
import { issueNumberOf } from './date';
import type { FrontMatter } from './frontMatter';

/** What makes Number and Title agree with a date; nothing where they do, or where the date has no issue. */
export function numberEdits({ fields }: FrontMatter, date: string): Edit[] {
  const number = issueNumberOf(date);
  if (number === undefined) return [];
  const wanted = { Number: String(number), Title: `This Week in Rust ${number}` };
  return fields.flatMap(({ key, value, valueRange }) => {
    const text = key === 'Number' || key === 'Title' ? wanted[key] : value;
    return text === value ? [] : [{ ...valueRange, text }];
  });
}

/** What gives an issue another date: the number and the title go with it. @param date a day that exists */
export function dateEdits(frontMatter: FrontMatter, date: string): Edit[] {
  const field = frontMatter.fields.find(({ key }) => key === 'Date');
  const own = field ? [{ ...field.valueRange, text: date }] : [];
  return [...own, ...numberEdits(frontMatter, date)].sort((a, b) => a.start - b.start);
}
