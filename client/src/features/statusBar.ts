import { StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { ChecklistResult } from '../../../server/src/protocol/checklist';

/** The item in the status bar that tells how far the issue is; a click opens the checklist. */
export function createStatusBar(): StatusBarItem {
  const item = window.createStatusBarItem('twir.progress', StatusBarAlignment.Left);
  item.name = 'This Week in Rust';
  item.command = 'twir.checklist.focus';
  return item;
}

/** Shows the counts of a checklist, and nothing without one. @example `TWiR 640 · 23 open · 2 wrong` */
export function showProgress(item: StatusBarItem, list: ChecklistResult | undefined): void {
  if (!list) {
    item.hide();
    return;
  }
  const { open, wrong } = list;
  const left = [...(open > 0 ? [`${open} open`] : []), ...(wrong > 0 ? [`${wrong} wrong`] : [])];
  item.text = ['TWiR', list.title.replace(/\D+/g, '')].join(' ').trim();
  item.text += ` · ${left.length > 0 ? left.join(' · ') : 'ready'}`;
  item.tooltip = `${list.title}: ${list.done} of ${list.total} sections done. Click for the checklist.`;
  item.accessibilityInformation = {
    label: `This Week in Rust, ${list.title}: ${left.length > 0 ? left.join(', ') : 'ready to publish'}`,
  };
  item.show();
}
