import type { PageFinding } from '../../../server/src/protocol/page';
import { type Pieces, parse } from './pieces';

/** Findings of one block of the page. */
interface Spot {
  readonly element: HTMLElement;
  readonly piece: HTMLElement;
  readonly findings: PageFinding[];
}

/** How far a mark stands from the text. */
const MARGIN = 54;
const ORDER = ['error', 'warning', 'info', 'hint'];

/** What the margin asks of the page. */
export interface MarginEvents {
  reveal(line: number): void;
  askGitHub(line: number): void;
}

/** Findings beside the text they are about, and GitHub's reading where the site's is not what the author meant. */
export class Margin {
  private spots: { readonly spot: Spot; readonly button: HTMLElement }[] = [];
  /** Places where the reader has GitHub's reading open, by line. */
  private readonly open = new Map<number, HTMLElement>();

  constructor(
    private readonly margin: HTMLElement,
    private readonly pieces: Pieces,
    private readonly events: MarginEvents,
  ) {
    // Pictures, fonts and the width of the window move the text.
    new ResizeObserver(() => this.place()).observe(document.body);
  }

  show(findings: readonly PageFinding[]): void {
    this.clear();
    this.spots = this.locate(findings).map((spot) => {
      if (spot.findings.some(({ breaks }) => breaks)) this.markBroken(spot);
      return { spot, button: this.button(spot) };
    });
    this.margin.replaceChildren();
    for (const { button } of this.spots) this.margin.append(button);
    this.margin.hidden = this.spots.length === 0;
    this.place();
  }

  clear(): void {
    for (const { spot } of this.spots) spot.element.classList.remove('twir-broken');
    for (const element of document.querySelectorAll('.twir-compare')) element.remove();
    this.spots = [];
    this.margin.replaceChildren();
  }

  showGitHub(line: number, html: string): void {
    const place = this.open.get(line);
    if (!place?.isConnected) return;
    const shown = document.createElement('section');
    shown.className = 'twir-github';
    shown.setAttribute('aria-label', `Line ${line + 1} as GitHub would render it`);
    shown.append(...parse(html));
    place.querySelector('.twir-github')?.remove();
    place.append(shown);
    this.place();
  }

  /** Brings the marks to the height of what they are about. */
  place(): void {
    let lowest = 0;
    // Beside the text, wherever the width of the window puts it.
    const left = `${Math.max(8, this.pieces.left() - MARGIN)}px`;
    for (const { spot, button } of this.spots) {
      button.style.left = left;
      const top = Math.max(spot.element.getBoundingClientRect().top + window.scrollY, lowest);
      button.style.top = `${Math.round(top)}px`;
      lowest = top + button.offsetHeight + 2;
    }
  }

  /** The last block that begins at or before a finding is the one it is about. */
  private locate(findings: readonly PageFinding[]): Spot[] {
    const places = [...this.pieces.lines()];
    if (places.length === 0) return [];
    const spots = new Map<HTMLElement, Spot>();
    let at = 0;
    for (const finding of [...findings].sort((a, b) => a.line - b.line)) {
      while (at + 1 < places.length && places[at + 1]!.line <= finding.line) at += 1;
      const { element, piece } = places[at]!;
      const spot = spots.get(element) ?? { element, piece, findings: [] };
      spot.findings.push(finding);
      spots.set(element, spot);
    }
    return [...spots.values()];
  }

  private button({ findings }: Spot): HTMLElement {
    const worst = ORDER.find((severity) => findings.some((finding) => finding.severity === severity))!;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `twir-finding twir-${worst}`;
    const text = findings
      .map(({ line, severity, message }) => `${severity}, line ${line + 1}: ${message}`)
      .join('\n');
    const count = findings.length > 1 ? String(findings.length) : '';
    button.title = text;
    // What is seen is a part of what is heard: WCAG 2.5.3.
    button.setAttribute('aria-label', count === '' ? text : `${count} findings\n${text}`);
    button.textContent = count;
    const { line } = findings.find(({ severity }) => severity === worst)!;
    button.addEventListener('click', () => this.events.reveal(line));
    return button;
  }

  private markBroken({ element, piece, findings }: Spot): void {
    element.classList.add('twir-broken');
    const { line, message } = findings.find(({ breaks }) => breaks)!;
    const place = document.createElement('div');
    place.className = 'twir-compare';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Show how GitHub would render it';
    button.title = message;
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => this.toggle(line, place, button));
    place.append(button);
    let block: Element = element;
    while (block.parentElement && block.parentElement !== piece) block = block.parentElement;
    // Several breaks of one block stand below it, in order.
    let after = block;
    while (after.nextElementSibling?.classList.contains('twir-compare')) after = after.nextElementSibling;
    after.after(place);
    if (this.open.has(line)) this.toggle(line, place, button, true);
  }

  private toggle(line: number, place: HTMLElement, button: HTMLElement, wanted = !this.open.has(line)): void {
    button.setAttribute('aria-expanded', String(wanted));
    if (wanted) {
      this.open.set(line, place);
      this.events.askGitHub(line);
    } else {
      this.open.delete(line);
      place.querySelector('.twir-github')?.remove();
      this.place();
    }
  }
}
