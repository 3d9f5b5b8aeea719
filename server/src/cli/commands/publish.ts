import { NewDraftError, PublicationError } from '../../engine';
import type { Publication } from '../../engine/publication';
import { carriedOver, count } from '../../protocol/wording';
import { applyEdits } from '../../text/edits';
import { unifiedDiff } from '../../text/unifiedDiff';
import { defineCommand } from '../command';
import { documentOf, type InputFile, pathOf } from '../inputFile';
import { Session } from '../session';
import { InputError } from '../system';

/** Mending one thing can lay open another. */
const MAX_ROUNDS = 5;

export const publish = defineCommand({
  name: 'publish',
  summary: 'Move a draft to content/, make the next draft, and write the commit message',
  description:
    'Compares with the base branch first and stops when its draft has what the local one lacks; then does the checks of a release, and stops when an error is left. Nothing is committed or pushed.',
  operands: { usage: 'DRAFT', least: 1, most: 1 },
  options: {
    base: {
      value: 'REV',
      help: 'Branch to compare with (default: main of the newsletter’s repository, as last fetched)',
    },
    fix: { help: 'Do first what needs no decision: empty headings, comments of the template, the jobs link' },
    force: { help: 'Publish although something would be lost or an error is left' },
    diff: { help: 'Show what --fix would change as a unified diff, and change nothing' },
    'dry-run': { help: 'Tell what would be done, and change nothing' },
  },
  examples: [
    { what: 'See what is left to do', call: 'twir publish --dry-run draft/2026-02-25-this-week-in-rust.md' },
    { what: 'Publish', call: 'twir publish --fix draft/2026-02-25-this-week-in-rust.md' },
  ],
  run: async ({ options: { base, fix, force, diff, 'dry-run': dry }, operands, system }) => {
    const session = new Session(system);
    const { terminal } = system;
    try {
      for await (const file of session.newsletterFiles(operands, { single: true })) {
        const tidied = fix || diff ? await tidy(session, file) : file.text;
        if (diff) {
          terminal.write(unifiedDiff(file.path, file.text, tidied));
          return 0;
        }
        const document = documentOf(file, tidied);
        const plan = await session.engine.publication(document, await session.engine.options(file.uri), base);
        const stops = tell(session, file, document.text, plan, force === true);
        if (stops && !force) return 1;
        if (dry)
          terminal.write(`${file.path}: would become ${pathOf(plan.content)} (dry run, nothing written)\n`);
        else await move(session, file, tidied, plan);
        terminal.write(`Commit message:\n  ${plan.commitMessage}\n`);
      }
    } catch (error) {
      if (error instanceof PublicationError || error instanceof NewDraftError)
        throw new InputError(`${operands[0]}: ${error.message}`);
      throw error;
    }
    return session.failed ? 2 : 0;
  },
});

async function tidy(session: Session, file: InputFile): Promise<string> {
  const options = await session.engine.options(file.uri);
  await session.engine.ready(file.uri);
  let { text } = file;
  for (let version = 0; version < MAX_ROUNDS; version += 1) {
    const edits = session.engine.tidy({ uri: file.uri, version, text }, options);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
  }
  return text;
}

/** Says what was found. @param force it is published all the same @returns whether something stands in the way */
function tell(session: Session, file: InputFile, text: string, plan: Publication, force: boolean): boolean {
  const { terminal } = session.system;
  const { base, lost, behind, notes, offers, errors } = plan;
  for (const note of notes) terminal.complain(note);
  if (base !== undefined)
    terminal.write(
      lost.length === 0
        ? `${file.path}: has all that ${base} has\n`
        : `${file.path}: ${count(lost.length, 'link')} of ${base} ${lost.length === 1 ? 'is' : 'are'} not here\n`,
    );
  for (const { line, title, url, unseen } of lost)
    terminal.write(`  ${base}:${line}: ${title} (${url})${unseen ? ', added there since' : ''}\n`);
  const advice = (what: string) => (force ? '' : `: ${what}, or use --force`);
  if (behind) terminal.complain(`the draft is behind ${base}${advice('merge it first')}`);
  const source = session.engine.issue({ uri: file.uri, version: 0, text }).source;
  const place = (offset: number) => {
    const { line, character } = source.positionAt(offset);
    return `${file.path}:${line + 1}:${character + 1}`;
  };
  for (const { finding, fix } of offers)
    terminal.write(`${place(finding.at.start)}: ${finding.message} (--fix: ${fix.title})\n`);
  for (const { at, rule, message } of errors)
    terminal.write(`${place(at.start)}: error ${rule} ${message}\n`);
  if (errors.length > 0) terminal.complain(`${count(errors.length, 'error')} left${advice('mend them')}`);
  return behind || errors.length > 0;
}

/** Whatever fails, fails before anything is written; the published file stands before the draft goes. */
async function move(
  { engine, system }: Session,
  file: InputFile,
  text: string,
  { content, next }: Publication,
): Promise<void> {
  const { terminal } = system;
  const made = await engine.newDraft({ template: next.template, date: next.date, previous: text });
  const to = pathOf(content);
  system.create(to, text);
  system.remove(file.path, file.text);
  terminal.write(`${to}: published\n`);
  const draft = pathOf(made.uri);
  if (made.exists) {
    terminal.write(`${draft}: is there already and stays as it is\n`);
    return;
  }
  system.create(draft, made.text);
  terminal.write(`${draft}: issue ${made.number}, ${carriedOver(made)}\n`);
}
