import { pathToFileURL } from 'node:url';
import packageJson from '../../../package.json';
import { rulePagesFolder } from '../protocol/rulePages';

/** The folder with the pages of the rules, for a program in `dist/`. */
export function rulePages(): string {
  const { repository } = packageJson as { repository?: unknown };
  return rulePagesFolder(repository, new URL('../docs/rules/', pathToFileURL(__filename)).href);
}
