import { PythonError } from './error';
import { completeTokens, type HtmlToken, htmlTokens } from './htmlTokens';

/** An element as Beautiful Soup builds it from `html.parser`. */
export interface SoupTag {
  readonly name: string;
  readonly href: string | undefined;
  /** Offset of its start tag in the HTML. */
  readonly at: number;
  readonly contents: (SoupTag | SoupString)[];
}

interface SoupString {
  readonly value: string;
  /** Whether a reader sees it: comments, declarations, scripts and the like are none. */
  readonly isText: boolean;
}

const EMPTY: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input keygen link menuitem meta param source track wbr basefont bgsound command ' +
    'frame image isindex nextid spacer'
  ).split(' '),
);
/** Their strings are of kinds of their own. */
const UNSEEN = ['rt', 'rp', 'style', 'script', 'template'];

/** All elements of a document in its order: `BeautifulSoup(html, 'html.parser').find_all()`. @throws PythonError */
export function soupTags(html: string): SoupTag[] {
  const soup = new Soup();
  for (const token of htmlTokens(html)) soup.take(token);
  soup.endData();
  return soup.tags;
}

/** The elements of HTML of which nothing begins before or ends after it; undefined for other HTML. */
export function completeSoupTags(html: string): SoupTag[] | undefined {
  try {
    const tokens = completeTokens(html);
    if (!tokens) return undefined;
    const soup = new Soup();
    for (const token of tokens) soup.take(token);
    soup.endData();
    return soup.isClosed ? soup.tags : undefined;
  } catch (error) {
    if (error instanceof PythonError) return undefined;
    throw error;
  }
}

/** `tag.string`: the one string in it, however deep; undefined where there are none or several. */
export function onlyString(tag: SoupTag): string | undefined {
  const [only, ...more] = tag.contents;
  if (!only || more.length > 0) return undefined;
  return 'value' in only ? only.value : onlyString(only);
}

/** Whether `tag.get_text()` is empty. */
export function hasNoText(tag: SoupTag): boolean {
  return tag.contents.every((part) =>
    'value' in part ? !part.isText || part.value === '' : hasNoText(part),
  );
}

class Soup {
  readonly tags: SoupTag[] = [];
  private readonly stack: SoupTag[] = [{ name: '[document]', href: undefined, at: 0, contents: [] }];
  /** How many elements of a name are open. */
  private readonly open = new Map<string, number>();
  /** How many empty elements of a name are closed already, while their end tags may still come. */
  private readonly closed = new Map<string, number>();
  private data: string[] = [];

  take(token: HtmlToken): void {
    switch (token.type) {
      case 'start':
        this.start(token);
        break;
      case 'end': {
        const { name } = token;
        const closed = this.closed.get(name) ?? 0;
        if (closed === 0) this.end(name);
        else if (closed === 1) this.closed.delete(name);
        else this.closed.set(name, closed - 1);
        break;
      }
      case 'text':
        this.data.push(token.value);
        break;
      case 'aside':
        this.endData();
        this.append({ value: token.value, isText: false });
    }
  }

  get isClosed(): boolean {
    return this.stack.length === 1 && this.closed.size === 0;
  }

  /** What was read since the last tag becomes one string. */
  endData(): void {
    const value = this.data.join('');
    this.data = [];
    if (value !== '') this.append({ value, isText: !UNSEEN.some((name) => (this.open.get(name) ?? 0) > 0) });
  }

  private start({ name, href, closed, at }: HtmlToken & { type: 'start' }): void {
    this.endData();
    const tag: SoupTag = { name, href, at, contents: [] };
    this.tags.push(tag);
    this.append(tag);
    this.stack.push(tag);
    this.open.set(name, (this.open.get(name) ?? 0) + 1);
    if (!closed && !EMPTY.has(name)) return;
    this.end(name);
    if (!closed) this.closed.set(name, (this.closed.get(name) ?? 0) + 1);
  }

  private end(name: string): void {
    this.endData();
    while (this.stack.length > 1 && (this.open.get(name) ?? 0) > 0) {
      const last = this.stack.pop()!;
      this.open.set(last.name, this.open.get(last.name)! - 1);
      if (last.name === name) return;
    }
  }

  private append(part: SoupTag | SoupString): void {
    this.stack.at(-1)!.contents.push(part);
  }
}
