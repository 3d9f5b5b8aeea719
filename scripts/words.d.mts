export function englishWords(): string[];
export function wordsFile(words?: readonly string[]): string;
