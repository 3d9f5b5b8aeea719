import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Step } from './ui';
import type { Workbench } from './workbench';

/** VS Code's own four, with the class that a webview has under each. */
const THEMES = [
  ['Default Light Modern', 'vscode-light'],
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

/** With the preview open. */
export const accessibleSteps: readonly Step[] = [
  {
    name: 'the preview has names, roles and contrast (WCAG 2.2 AA) in both views and four themes',
    async act(workbench, draft) {
      const folder = join(dirname(dirname(draft.path)), '.vscode');
      const page = workbench.webview();
      const wrong: string[] = [];
      for (const [theme, className] of THEMES) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
        await page.locator(`body.${className}`).waitFor();
        for (const [view, button] of [
          ['newsletter', 'Newsletter'],
          ['site', 'Site'],
        ] as const) {
          await page.getByRole('button', { name: button }).click();
          await page.locator(`.twir-${view}`).waitFor();
          for (const { id, nodes } of await violations(workbench))
            wrong.push(
              `${theme}, ${view}: ${id}: ${nodes
                .map(
                  ({ html, failureSummary }) =>
                    `${html.slice(0, 120)} ${failureSummary?.replace(/\s+/g, ' ')}`,
                )
                .slice(0, 2)
                .join(' | ')} (${nodes.length})`,
            );
        }
      }
      if (existsSync(folder)) rmSync(folder, { recursive: true });
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    },
  },
];

/** What axe finds in the newest webview. Run through the browser's own tools, so that the page's policy stays. */
async function violations(workbench: Workbench): Promise<AxeResults['violations']> {
  const frame = await (await workbench.webview().locator('html').elementHandle())!.ownerFrame();
  if (!frame) throw new Error('The preview has no frame');
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const found = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    // The issue looks as the site makes it look: links by their color, and lines as close as they are there.
    const sites = new Set(['link-in-text-block', 'target-size']);
    return found.violations.flatMap((violation) => {
      const nodes = sites.has(violation.id)
        ? violation.nodes.filter(
            ({ target }) => !document.querySelector(String(target[0]))?.closest('#sheet'),
          )
        : violation.nodes;
      return nodes.length > 0 ? [{ ...violation, nodes }] : [];
    });
  });
}
