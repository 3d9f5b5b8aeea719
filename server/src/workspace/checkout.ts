import { isTemplate } from '../protocol/newsletterFile';
import { isTooLarge } from '../text/size';
import { CONFIG_NAME, type Config, EMPTY_CONFIG, parseConfig } from './config';
import { checkoutOf, parentOf } from './files';
import type { WorkspacePorts } from './ports';
import { foldersAbove, TextFiles } from './textFiles';

export interface TextFile {
  readonly uri: string;
  readonly text: string;
}

/** Patterns of the files that others are checked by: configuration, template, earlier issues. Clients tell when one changes. */
export const CHECKOUT_PATTERNS: readonly string[] = [
  `**/${CONFIG_NAME}`,
  '**/draft/DRAFT_TEMPLATE',
  '**/content/*-this-week-in-rust.{md,markdown}',
];

/** What a newsletter's checkout says for all of its issues: the configuration and the template. */
export class Checkout {
  private readonly files: TextFiles;
  private readonly parsed = new Map<string, { readonly text: string; readonly config: Config }>();

  /** @param changed configuration or template are other ones than before */
  constructor(
    private readonly ports: WorkspacePorts,
    private readonly changed: () => void,
  ) {
    this.files = new TextFiles(
      ports.files,
      // A template that somebody is typing into holds for the others once it is saved.
      (uri) => (isConfig(uri) ? ports.opened?.(uri) : undefined),
      (uri) => this.touched(uri),
      (uri, error) => ports.unreadable?.(uri, error),
    );
  }

  /** The nearest configuration in the folder of a document or above it. */
  async config(uri: string): Promise<Config> {
    const file = await this.nearestConfig(uri);
    return file ? this.parse(file) : EMPTY_CONFIG;
  }

  /** Where something is added to the configuration; undefined where we could not know what is there already. */
  async configToEdit(uri: string): Promise<{ uri: string; text: string | undefined } | undefined> {
    if (!this.ports.files || !uri.includes('/')) return undefined;
    const nearest = await this.nearestConfig(uri);
    if (nearest) return nearest;
    return { uri: `${checkoutOf(uri)}/${CONFIG_NAME}`, text: undefined };
  }

  /** The template that a document was made from, as far as it has been read and is not too large: beside it or in `draft/` next door. */
  template(uri: string): TextFile | undefined {
    for (const candidate of templatesFor(uri)) {
      const text = this.files.peek(candidate);
      if (text !== undefined && !isTooLarge(text)) return { uri: candidate, text };
    }
    return undefined;
  }

  /** Resolves once {@link template} knows. */
  async loaded(uri: string): Promise<void> {
    await Promise.all(templatesFor(uri).map((candidate) => this.files.read(candidate)));
  }

  /** A file was written, deleted, or (a configuration) changed in an editor. */
  update(uri: string): void {
    if (isConfig(uri) || isTemplate(uri)) void this.files.update(uri);
  }

  /** The nearest configuration itself. */
  configFile(uri: string): Promise<TextFile | undefined> {
    return this.nearestConfig(uri);
  }

  private async nearestConfig(uri: string): Promise<TextFile | undefined> {
    for (const folder of foldersAbove(uri, this.ports.folders ?? [])) {
      const candidate = `${folder}/${CONFIG_NAME}`;
      const text = await this.files.read(candidate);
      if (text !== undefined) return { uri: candidate, text };
    }
    return undefined;
  }

  private parse({ uri, text }: TextFile): Config {
    const known = this.parsed.get(uri);
    if (known?.text === text) return known.config;
    const { config, problems } = parseConfig(text);
    this.parsed.set(uri, { text, config });
    this.ports.misconfigured?.(uri, text, problems);
    return config;
  }

  private touched(uri: string): void {
    const text = this.files.peek(uri);
    if (isConfig(uri) && text !== undefined) this.parse({ uri, text });
    if (isConfig(uri) && text === undefined && this.parsed.delete(uri))
      this.ports.misconfigured?.(uri, undefined, []);
    this.changed();
  }
}

export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

function templatesFor(uri: string): string[] {
  const folder = parentOf(uri);
  return [`${folder}/DRAFT_TEMPLATE`, `${parentOf(folder)}/draft/DRAFT_TEMPLATE`];
}
