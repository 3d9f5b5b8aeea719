import type { LineReadings, Reading } from './lineReadings';
import { plainKind, QUOTED } from './plainlyRead';

/** What is open above a line, as far as GitHub's reading of the line depends on it. */
interface Open {
  readonly quote: boolean;
  /** How many items are open, one in another; in the quote where there is one. */
  readonly items: number;
  /** What the innermost of them is indented by. */
  readonly indent: number;
  readonly paragraph: boolean;
}

const NOTHING: Open = { quote: false, items: 0, indent: 0, paragraph: false };

/**
 * What GitHub makes of lines of words and links, in quotes and lists in the house's style or nested by some blanks more
 * or less, told without its parser. Links and emphasis in such lines are the same to all readers: none are counted.
 * None of the lines has the dashes of a table.
 *
 * @returns undefined where there is a doubt
 */
export function readSimply(lines: readonly string[]): LineReadings | undefined {
  const readings: (Reading | undefined)[] = [];
  let open = NOTHING;
  for (const line of lines) {
    const mark = QUOTED.exec(line);
    const quote = mark !== null;
    const text = quote ? line.slice(mark[0].length) : line;
    const kind = plainKind(text);
    // Words go on with a paragraph in a quote, marked or not.
    const isLazy = !quote && open.quote && open.paragraph && kind === 'words';
    const { items, indent, paragraph } = quote === open.quote || isLazy ? open : NOTHING;
    switch (kind) {
      case undefined:
        return undefined;
      case 'blank':
        readings.push(undefined);
        open = { quote, items, indent, paragraph: false };
        break;
      case 'item':
        readings.push('item 0');
        open = { quote, items: 1, indent: 0, paragraph: true };
        break;
      case 'nested': {
        const own = text.search(/\S/);
        // Without an item around it, it is code, or a part of the paragraph above; one may be nested in another.
        if (items === 0 || (items === 2 && own > indent + 1)) return undefined;
        readings.push('item 1');
        open = { quote, items: 2, indent: own, paragraph: true };
        break;
      }
      case 'words':
        readings.push(quote || isLazy ? 'quote' : 'text');
        open = { quote: quote || isLazy, items: paragraph ? items : 0, indent, paragraph: true };
        break;
      default:
        readings.push(kind);
        open = { ...NOTHING, quote };
    }
  }
  const none = lines.map(() => 0);
  return { lines: readings, links: none, emphasis: none };
}
