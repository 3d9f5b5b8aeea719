/** Fields of JSON, of which nothing is known. */

/** The first field that says something. */
export function first(value: Record<string, unknown>, names: readonly string[]): unknown {
  const name = names.find((name) => value[name] !== undefined && value[name] !== null);
  return name === undefined ? undefined : value[name];
}

/** The first field that says something; empty where that is no text. */
export function stringOf(value: Record<string, unknown>, names: readonly string[]): string {
  const found = first(value, names);
  return typeof found === 'string' ? found : '';
}

/** An object without fields for what is none. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
