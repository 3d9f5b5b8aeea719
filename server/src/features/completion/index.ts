import type { Completion, CompletionProvider, CompletionRequest } from './completion';
import { completeFills } from './fills';

const PROVIDERS: readonly CompletionProvider[] = [completeFills];

/** Everything that could stand at the cursor; nothing in comments and code. */
export function complete(request: CompletionRequest): Completion[] {
  const { issue, offset } = request;
  if (issue.inComment(offset) || issue.inCode(offset)) return [];
  return PROVIDERS.flatMap((provider) => provider(request));
}
