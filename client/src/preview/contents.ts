import type { PageResult } from '../../../server/src/protocol/page';

/** Fills the table of contents. @param go is called with the id of a heading */
export function showContents(
  list: HTMLElement,
  contents: PageResult['contents'],
  go: (id: string) => void,
): void {
  const same =
    list.dataset.shown === JSON.stringify(contents.map(({ level, text, id }) => [level, text, id]));
  if (same) return;
  list.dataset.shown = JSON.stringify(contents.map(({ level, text, id }) => [level, text, id]));
  const highest = contents.reduce((least, { level }) => Math.min(least, level), 6);
  list.replaceChildren(
    ...contents.map(({ level, text, id }) => {
      const item = document.createElement('li');
      item.className = `twir-level-${Math.min(4, level - highest)}`;
      const link = document.createElement('a');
      link.href = `#${id}`;
      link.textContent = text;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        go(id);
      });
      item.append(link);
      return item;
    }),
  );
}

/** Shows a heading and takes the keyboard there. */
export function goToHeading(id: string): void {
  // The server marks ids that come from the issue, so that none can pass for one of this page.
  const heading = document.getElementById(`user-content-${id}`);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
}
