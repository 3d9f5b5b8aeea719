/** How often a text is tried again in search of a smaller one. */
const TRIES = 1500;

/**
 * Makes what breaks a law smaller, as long as it still breaks it: parts of its texts and lists are left out, halves
 * first, then ever smaller parts.
 *
 * @param given a text, or a list of texts, numbers and lists; of the outermost list nothing is left out
 * @param breaks whether something breaks the law in the same way
 */
export async function smaller(
  given: unknown,
  breaks: (other: unknown) => Promise<boolean>,
): Promise<unknown> {
  let tries = TRIES;
  const still = async (other: unknown) => tries-- > 0 && (await breaks(other));
  return Array.isArray(given) ? ofParts(given, still) : ofText(given, still);
}

type Still = (other: unknown) => Promise<boolean>;

async function ofParts(given: readonly unknown[], still: Still): Promise<unknown> {
  let whole = [...given];
  for (const n of given.keys()) {
    const withPart = (part: unknown) => whole.with(n, part);
    whole = withPart(await ofText(whole[n], (part) => still(withPart(part))));
  }
  return whole;
}

async function ofText(given: unknown, still: Still): Promise<unknown> {
  if (typeof given !== 'string' && !Array.isArray(given)) return given;
  let best: string | unknown[] = given;
  for (let size = Math.ceil(best.length / 2); size > 0; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < best.length; ) {
      const [before, after] = [best.slice(0, at), best.slice(at + size)];
      const less: string | unknown[] =
        typeof before === 'string' ? `${before}${after}` : [...before, ...after];
      if (await still(less)) best = less;
      else at += size;
    }
  }
  return best;
}
