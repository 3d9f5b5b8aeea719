import path from 'node:path';

/** Whether a path is a folder or lies in it, by their names alone. */
export function isInside(folder: string, inner: string): boolean {
  const relative = path.relative(folder, inner);
  return (
    relative === '' ||
    (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
  );
}
