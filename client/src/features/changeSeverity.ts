import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type QuickPickItem,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type RuleLevel, type RulesResult, SET_RULE } from '../../../server/src/protocol/rules';
import { chooseRule, rulesHere } from './rulePages';

const LEVELS: readonly (readonly [RuleLevel, string])[] = [
  ['error', 'must not be published'],
  ['warning', 'reviewers change it nearly always'],
  ['info', 'worth a look'],
  ['hint', 'a matter of taste'],
  ['off', 'the rule says nothing'],
];

interface LevelItem extends QuickPickItem {
  /** Undefined: what holds without settings and configuration. */
  readonly level: RuleLevel | undefined;
}

interface PlaceItem extends QuickPickItem {
  readonly target: 'config' | ConfigurationTarget;
}

/** `twir.changeSeverity`: how loud a rule is, or whether it speaks at all; for everybody or for oneself. */
export function registerChangeSeverity(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('twir.changeSeverity', async (given?: unknown) => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const id =
      typeof given === 'string' ? given : await chooseRule(client, 'Change the Severity of a Rule (1/3)');
    const rule = id && (await rulesHere(client))?.rules.find((known) => known.id === id);
    if (!rule) return;
    const level = await chooseLevel(rule);
    const place = level && (await choosePlace(rule.id));
    if (!place) return;
    if (place.target !== 'config') {
      const settings = workspace.getConfiguration('twir', document);
      const known = settings.inspect<Record<string, RuleLevel>>('rules');
      const before = place.target === ConfigurationTarget.Global ? known?.globalValue : known?.workspaceValue;
      const { [rule.id]: own, ...others } = before ?? {};
      // What is usual need not be said, unless the configuration says something else.
      const said = level.level ?? (own === undefined && rule.level !== undefined ? rule.severity : undefined);
      const rules = said === undefined ? others : { ...others, [rule.id]: said };
      await settings.update('rules', Object.keys(rules).length > 0 ? rules : undefined, place.target);
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const made = await client.sendRequest(SET_RULE, {
      uri,
      rule: rule.id,
      ...(level.level === undefined ? {} : { level: level.level }),
    });
    if (!made) {
      void window.showWarningMessage('.twir.json could not be changed: is what stands there valid JSON?');
      return;
    }
    const config = client.protocol2CodeConverter.asUri(made.config);
    const done = await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(made.edit));
    // A configuration that nobody sees has nobody who saves it.
    if (done) await (await workspace.openTextDocument(config)).save();
  });
}

async function chooseLevel({
  id,
  severity,
  level,
}: RulesResult['rules'][number]): Promise<LevelItem | undefined> {
  const now = (name: RuleLevel | undefined) => (name === level ? ' · now' : '');
  const items: LevelItem[] = [
    {
      label: 'as usual',
      level: undefined,
      description: `as the rule says, mostly ${severity}${now(undefined)}`,
    },
    ...LEVELS.map(
      ([name, meaning]): LevelItem => ({ label: name, level: name, description: `${meaning}${now(name)}` }),
    ),
  ];
  return window.showQuickPick(items, {
    title: `Severity of ${id} (2/3)`,
    placeHolder: `Now: ${level ?? `as usual, mostly ${severity}`}`,
  });
}

async function choosePlace(id: string): Promise<PlaceItem | undefined> {
  const items: PlaceItem[] = [
    {
      label: 'For everybody',
      description: '.twir.json of the checkout',
      detail: 'Editor, command line and CI read it; it is committed like any other file.',
      target: 'config',
    },
    {
      label: 'For me, in this workspace',
      description: 'workspace settings',
      target: ConfigurationTarget.Workspace,
    },
    { label: 'For me, everywhere', description: 'user settings', target: ConfigurationTarget.Global },
  ];
  const folders = (workspace.workspaceFolders?.length ?? 0) > 0;
  return window.showQuickPick(
    items.filter(({ target }) => folders || target !== ConfigurationTarget.Workspace),
    { title: `Severity of ${id} (3/3)`, placeHolder: 'For whom?' },
  );
}
