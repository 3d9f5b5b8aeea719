import {
  commands,
  Disposable,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHECKLIST,
  CHECKLIST_FIX,
  type ChecklistEntryResult,
  type ChecklistFixParams,
  type ChecklistResult,
  type ChecklistSectionResult,
} from '../../../server/src/protocol/checklist';
import type { DocumentParams } from '../../../server/src/protocol/document';
import type { Place } from '../../../server/src/protocol/place';
import { count } from '../../../server/src/protocol/wording';
import { CHECKLIST_SCHEME, ChecklistText } from './checklistText';
import type { NewsletterFiles } from './newsletterFiles';
import { createStatusBar, showProgress } from './statusBar';

const VIEW = 'twir.checklist';
/** Set while there is a newsletter file for the view to show. */
const CONTEXT_KEY = 'twir.hasChecklist';
/** How long checks must have rested before the list is asked for again. */
const PAUSE = 150;

type Node =
  | { readonly kind: 'section'; readonly path: string; readonly section: ChecklistSectionResult }
  | { readonly kind: 'entry'; readonly entry: ChecklistEntryResult };

/** The checklist view and `twir.readyToPublish`: what is left to do in the newsletter file that was last active. */
export function registerChecklist(client: BaseLanguageClient, files: NewsletterFiles): Disposable {
  const model = new ChecklistModel(client, files);
  const view = window.createTreeView<Node>(VIEW, { treeDataProvider: model, showCollapseAll: true });
  const bar = createStatusBar();
  const asText = new ChecklistText();
  const describe = () => {
    const list = model.list;
    showProgress(bar, list);
    const left = list ? list.open + list.wrong : 0;
    view.badge = list && left > 0 ? { value: left, tooltip: summary(list) } : undefined;
    view.description = list ? `${list.done} of ${list.total} sections done` : '';
    view.message = list ? summary(list) : '';
    asText.show(list, view.message);
  };
  return Disposable.from(
    model,
    view,
    bar,
    asText,
    workspace.registerTextDocumentContentProvider(CHECKLIST_SCHEME, asText),
    commands.registerCommand('twir.checklist.asText', async () => {
      await window.showTextDocument(ChecklistText.uri, { preview: true });
    }),
    model.onDidChangeTreeData(describe),
    commands.registerCommand('twir.readyToPublish', async () => {
      if (!model.uri) return undefined;
      // Without waiting: the view may need a moment, the answer does not.
      void commands.executeCommand(`${VIEW}.focus`);
      const list = await model.refresh();
      if (!list || !model.uri) return undefined;
      const { uri } = model;
      if (list.open + list.wrong === 0) {
        void window.showInformationMessage(summary(list));
        return list;
      }
      const first = firstLeft(list.sections);
      const go = 'Go to the First';
      void window.showWarningMessage(summary(list), go).then((answer) => {
        if (answer && first) void reveal(uri, first.range);
      });
      return list;
    }),
    commands.registerCommand('twir.checklist.reveal', (uri: string, range: Place) =>
      // The keyboard stays in the list: whoever walks through it goes on to the next row.
      reveal(Uri.parse(uri, true), range, true),
    ),
    commands.registerCommand('twir.checklist.fix', async (node?: Node) => {
      const chosen = node ?? view.selection[0];
      if (chosen?.kind === 'entry') await model.fix(chosen.entry);
      else window.setStatusBarMessage('Choose a line of the checklist that says what is to be done.', 4000);
    }),
    // The key means the row that has the focus, which is another than the one that was opened last.
    commands.registerCommand('twir.checklist.fixFocused', async () => {
      await commands.executeCommand('list.selectAndPreserveFocus');
      await commands.executeCommand('twir.checklist.fix');
    }),
  );
}

function summary({ title, open, wrong, notes }: ChecklistResult): string {
  const left = notes === 0 ? '' : `, ${count(notes, 'note')} to decide on`;
  if (open + wrong === 0) return `${title} is ready to publish${left}.`;
  const todo = [...(open > 0 ? [`${open} to fill in`] : []), ...(wrong > 0 ? [`${wrong} wrong`] : [])];
  return `${title} is not ready to publish: ${todo.join(', ')}${left}.`;
}

function firstLeft(sections: readonly ChecklistSectionResult[]): ChecklistEntryResult | undefined {
  for (const section of sections) {
    const found = section.entries.find(({ state }) => state !== 'note') ?? firstLeft(section.sections);
    if (found) return found;
  }
  return undefined;
}

/** Shows a place in the issue, beside nothing and nowhere else. */
async function reveal(uri: Uri, { start, end }: Place, preserveFocus = false): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(uri, { selection, preserveFocus });
}

class ChecklistModel implements TreeDataProvider<Node>, Disposable {
  list: ChecklistResult | undefined;
  uri: Uri | undefined;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly parts: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly files: NewsletterFiles,
  ) {
    this.parts = Disposable.from(
      this.changed,
      files.onDidChange(() => this.follow()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === this.uri?.toString()) this.show(undefined);
      }),
    );
    this.follow();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.parts.dispose();
  }

  /** Asks for the list now. */
  async refresh(): Promise<ChecklistResult | undefined> {
    clearTimeout(this.timer);
    const { uri } = this;
    if (!uri || !this.client.isRunning()) return undefined;
    try {
      const params: DocumentParams = { uri: this.client.code2ProtocolConverter.asUri(uri) };
      const list = await this.client.sendRequest(CHECKLIST, params);
      if (uri.toString() !== this.uri?.toString()) return undefined;
      // A tree that is drawn anew while it is still being drawn mixes up its branches: only when something is new.
      const same = JSON.stringify(this.list) === JSON.stringify(list);
      this.list = list ?? undefined;
      if (!same) this.changed.fire();
    } catch (error) {
      this.client.error('The checklist could not be made', error, false);
    }
    return this.list;
  }

  /** Does one of the things that can be done about an entry; asks which when there are several. */
  async fix(entry: ChecklistEntryResult): Promise<void> {
    const { uri, list } = this;
    if (!uri || !list || entry.fixes.length === 0) return;
    const title = entry.message;
    // Also a single fix is asked about: it may delete, and the author sees where before it does.
    await reveal(uri, entry.range);
    const picked = await window.showQuickPick(
      entry.fixes.map((label, fix) => ({ label, fix })),
      { title: `Line ${entry.range.start.line + 1}: ${title}`, placeHolder: 'What to do about it' },
    );
    if (!picked) return;
    const params: ChecklistFixParams = {
      uri: this.client.code2ProtocolConverter.asUri(uri),
      version: list.version,
      id: entry.id,
      fix: picked.fix,
    };
    const answer = await this.client.sendRequest(CHECKLIST_FIX, params);
    const edit = answer && (await this.client.protocol2CodeConverter.asWorkspaceEdit(answer));
    if (edit) await workspace.applyEdit(edit);
    else window.setStatusBarMessage('The issue has changed: try again.', 4000);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return sectionNodes(this.list?.sections ?? [], '');
    if (node.kind === 'entry') return [];
    const entries = node.section.entries.map((entry): Node => ({ kind: 'entry', entry }));
    return [...entries, ...sectionNodes(node.section.sections, `${node.path}/`)];
  }

  getTreeItem(node: Node): TreeItem {
    const item = node.kind === 'entry' ? entryItem(node.entry) : sectionItem(node);
    const { range } = node.kind === 'entry' ? node.entry : node.section;
    item.command = {
      command: 'twir.checklist.reveal',
      title: 'Go to the Place',
      arguments: [this.uri?.toString(), range],
    };
    return item;
  }

  /** Shows the newsletter file in the active editor; a preview or a panel in front of it changes nothing. */
  private follow(): void {
    const active = window.activeTextEditor?.document.uri;
    // What is read beside an issue, its list as text among it.
    if (active && ['output', 'debug', CHECKLIST_SCHEME].includes(active.scheme)) return;
    if (active && this.files.isNewsletter(active)) this.show(active);
    else if (active && this.files.of(active)?.kind === 'other') this.show(undefined);
  }

  private show(uri: Uri | undefined): void {
    if (uri?.toString() !== this.uri?.toString()) {
      this.uri = uri;
      this.list = undefined;
      this.changed.fire();
      void commands.executeCommand('setContext', CONTEXT_KEY, uri !== undefined);
    }
    if (!uri) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), PAUSE);
  }
}

function sectionNodes(sections: readonly ChecklistSectionResult[], above: string): Node[] {
  return sections.map((section, n) => ({ kind: 'section', path: `${above}${n}:${section.title}`, section }));
}

const WORDS = { done: 'done', note: 'notes', open: 'to fill in', wrong: 'wrong' } as const;

function sectionItem({ path, section }: Node & { kind: 'section' }): TreeItem {
  const { title, detail, state, entries, sections } = section;
  const inside = entries.length + sections.length;
  const item = new TreeItem(
    title,
    inside === 0
      ? TreeItemCollapsibleState.None
      : state === 'open' || state === 'wrong'
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed,
  );
  // With its state: what is done folds up, however it was left.
  item.id = `${path} ${state}`;
  item.iconPath = ICONS[state];
  item.description = detail;
  item.tooltip = `${title}: ${WORDS[state]}`;
  item.accessibilityInformation = {
    label: [title, WORDS[state], detail].filter((part) => part !== '').join(', '),
  };
  item.contextValue = 'section';
  return item;
}

function entryItem(entry: ChecklistEntryResult): TreeItem {
  const { label, message, rule, range, state, severity, fixes } = entry;
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.iconPath = state === 'open' ? ICONS.open : SEVERITIES[severity];
  item.description = `line ${range.start.line + 1}`;
  item.tooltip = `${message}\n${rule}, line ${range.start.line + 1}`;
  item.accessibilityInformation = {
    label: `${state === 'open' ? 'to fill in' : severity}: ${message}, line ${range.start.line + 1}`,
  };
  item.contextValue = fixes.length > 0 ? 'fixable' : 'entry';
  return item;
}

const ICONS = {
  done: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  note: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  open: new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground')),
  wrong: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
} as const;

const SEVERITIES = {
  error: ICONS.wrong,
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  info: new ThemeIcon('info'),
} as const;
