import { dedent, type Line } from './lines';
import { append, type Draft, draft, lastChild } from './tree';

/**
 * Lines indented by four columns or a tab, outside of lists. The next such piece continues the block, with
 * the empty lines between them.
 *
 * @returns index of the first line that is not indented
 */
export function indentedCode(
  text: string,
  parent: Draft,
  lines: readonly Line[],
  from: number,
  to: number,
): number {
  let at = from;
  const values: string[] = [];
  while (at < to && lines[at]!.indent >= 4) {
    const line = dedent(text, lines[at]!, 4);
    values.push(' '.repeat(line.pad) + text.slice(line.start, line.end));
    at++;
  }
  const previous = lastChild(parent);
  const start = lines[from]!.start;
  const end = lines[at - 1]!.end;
  if (previous?.node.type === 'code' && previous.node.data?.indented) {
    const gap = text.slice(previous.end, start).match(/\r\n?|\n/g)?.length ?? 1;
    previous.node.value += '\n'.repeat(gap) + values.join('\n');
    previous.end = end;
  } else {
    const value = values.join('\n');
    append(parent, draft({ type: 'code', value, data: { indented: true } }, start, end));
  }
  return at;
}
