export const HOSTILE: Readonly<Record<string, string | ((length: number) => string)>>;
export function hostileText(name: string, length: number): string;
