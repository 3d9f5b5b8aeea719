import type { SourceText } from '../../text/sourceText';
import { FOOTER_STARTS } from '../eras/boilerplate';

/** Where the paragraph that names the editors begins; the end of the text when there is none. */
export function footerStart(source: SourceText): number {
  const { text } = source;
  for (const start of FOOTER_STARTS) {
    const at = text.lastIndexOf(start);
    if (at >= 0 && source.lineAt(at).start === at) return at;
  }
  return text.length;
}
