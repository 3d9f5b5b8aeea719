import { plainKind, QUOTED } from './plainlyRead';
import type { LineReadings, Reading } from './readings';

/** What is open above a line, as far as GitHub's reading of the line depends on it. */
interface Open {
  readonly quote: boolean;
  /** How many items are open, one in another; in the quote where there is one. */
  readonly items: number;
  readonly paragraph: boolean;
}

const NOTHING: Open = { quote: false, items: 0, paragraph: false };

/**
 * What GitHub makes of lines of words and links, in quotes and lists in the house's style, told without its parser.
 * Links and emphasis in such lines are the same to all readers: none are counted.
 *
 * @returns undefined where there is a doubt
 */
export function readSimply(lines: readonly string[]): LineReadings | undefined {
  const readings: (Reading | undefined)[] = [];
  let open = NOTHING;
  for (const line of lines) {
    const mark = QUOTED.exec(line);
    const quote = mark !== null;
    const kind = plainKind(quote ? line.slice(mark[0].length) : line);
    // Words go on with a paragraph in a quote, marked or not.
    const isLazy = !quote && open.quote && open.paragraph && kind === 'words';
    const { items, paragraph } = quote === open.quote || isLazy ? open : NOTHING;
    if (kind === undefined || line.includes('|')) return undefined;
    // Without an item around it, it is code, or a part of the paragraph above.
    if (kind === 'nested' && items === 0) return undefined;
    switch (kind) {
      case 'blank':
        readings.push(undefined);
        open = { quote, items, paragraph: false };
        break;
      case 'item':
      case 'nested': {
        const depth = kind === 'item' ? 0 : 1;
        readings.push(`item ${depth}`);
        open = { quote, items: depth + 1, paragraph: true };
        break;
      }
      case 'words':
        readings.push(quote || isLazy ? 'quote' : 'text');
        open = { quote: quote || isLazy, items: paragraph ? items : 0, paragraph: true };
        break;
      default:
        readings.push(kind);
        open = { quote, items: 0, paragraph: false };
    }
  }
  const none = lines.map(() => 0);
  return { lines: readings, links: none, emphasis: none };
}
