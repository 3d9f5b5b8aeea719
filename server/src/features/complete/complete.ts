import { pieceAround } from '../../newsletter/issue/around';
import type { Completion, CompletionProvider, CompletionRequest } from './completion';
import { completeEvents } from './events';
import { completeFills } from './fills';
import { completeLinks } from './links';
import { completeSections } from './sections';

const PROVIDERS: readonly CompletionProvider[] = [
  completeSections,
  completeEvents,
  completeFills,
  completeLinks,
];

/** Everything that could stand at the cursor; nothing in comments and code. */
export function complete(request: CompletionRequest): Completion[] {
  const { issue, offset } = request;
  const { piece, start } = pieceAround(issue, offset);
  if (piece.inComment(offset - start) || piece.inCode(offset - start)) return [];
  return PROVIDERS.flatMap((provider) => provider(request));
}
