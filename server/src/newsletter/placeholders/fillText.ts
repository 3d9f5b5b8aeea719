import { snippetText } from '../../text/snippet';
import type { Issue } from '../issue/issue';
import { NONE_FORMS, type NoneKind } from '../sections/noneForms';

/** A piece of text that an editor can start a section with. */
export interface FillText {
  /** An imperative that names what is inserted. */
  readonly title: string;
  /** A few words to type for it in a list of completions. */
  readonly label: string;
  /** A snippet in LSP's syntax. */
  readonly text: string;
  /** Belongs into a section only once: a sentence, a quote. The others are items. */
  readonly once: boolean;
}

/** A line that a section may have several of. */
export const item = (title: string, label: string, text: string): FillText => ({
  title,
  label,
  text,
  once: false,
});
/** What a section has once. */
export const once = (title: string, label: string, text: string): FillText => ({
  title,
  label,
  text,
  once: true,
});

/** The sentence for a section without items, where the issue's profile has one. */
export function noneFill(issue: Issue, kind: NoneKind, title: string, label: string): FillText[] {
  const form = NONE_FORMS.find((row) => row.kind === kind && row.profiles.includes(issue.profile.id));
  return form ? [once(title, label, snippetText(form.text))] : [];
}
