import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { Palette } from '../../canvas/palette.ts';
import { completed, EMPTY_LINE, edited, keysOf, type Line } from './line-editor.ts';
import { withLinks } from './links.ts';
import { promptText } from './transcript.ts';

/** What the terminal asks of its panel. */
export interface ConsoleEvents {
  /** A line was typed; resolves when the next one may be. */
  submit(line: string): Promise<void>;
  /** Ctrl-C while a command runs. */
  cancel(): void;
  /** What the word before the cursor may become. */
  complete(line: string, cursor: number): Promise<readonly string[]>;
  /** The lines that were typed before, oldest first. */
  history(): readonly string[];
  /** The focus is to go back to the panel. */
  leave(): void;
  /** The terminal has another width: what it shows has to be made anew. */
  resized(columns: number): void;
}

/** What stands above the prompt, and the prompt. */
export interface Sight {
  /** Another document's sight has another key: nothing of it is kept. */
  readonly key: string;
  readonly entries: readonly string[];
  /** Virtual time, ns as decimal text. */
  readonly clock: string;
  /** The shell waits for its last command: there is no prompt. */
  readonly isBusy: boolean;
}

const CTRL_C = '\x03';
const CTRL_L = '\x0c';
const DIM = '\x1b[90m';
const BOLD = '\x1b[1m';
const OFF = '\x1b[0m';
/** Erases the screen and what was scrolled out of it. */
const ERASE_ALL = '\x1b[H\x1b[2J\x1b[3J';

/**
 * The console's terminal: what was printed above, a line editor below. What is above is a function of the machine; it
 * grows in place, and is written anew when the machine went another way. The panel makes one and disposes it.
 */
export class ConsoleTerminal {
  private readonly terminal: Terminal;
  private readonly fit = new FitAddon();
  private readonly events: ConsoleEvents;
  private readonly observer: ResizeObserver;
  private sight: Sight = { key: '', entries: [], clock: '0', isBusy: false };
  private written: readonly string[] = [];
  /** Entries above this one were cleared away with Ctrl-L. */
  private cleared = 0;
  private line: Line = EMPTY_LINE;
  /** Row of the cursor below the prompt's first row. */
  private row = 0;
  private isBusy = false;
  /** Typed or pasted while a command runs. */
  private waiting: string[] = [];

  constructor(container: HTMLElement, palette: Palette, events: ConsoleEvents) {
    this.events = events;
    this.terminal = new Terminal({
      ...OPTIONS,
      linkHandler: { activate: (_event, address) => void open(address, '_blank', 'noopener') },
      fontFamily: palette.mono,
      theme: themeOf(palette),
    });
    this.terminal.loadAddon(this.fit);
    this.terminal.open(container);
    const { textarea } = this.terminal;
    textarea?.setAttribute('aria-label', 'Command');
    textarea?.setAttribute('data-panel-focus', '');
    this.terminal.attachCustomKeyEventHandler((event) => this.takesKey(event));
    this.terminal.onData((data) => this.typed(data));
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(container);
    // Columns are measured with the font that is there: once more when ours has come.
    void document.fonts.load(`12px ${palette.mono}`).then(() => this.remeasure(palette.mono));
  }

  dispose(): void {
    this.observer.disconnect();
    this.terminal.dispose();
  }

  focus(): void {
    this.terminal.focus();
  }

  setPalette(palette: Palette): void {
    this.terminal.options.theme = themeOf(palette);
  }

  /** Shows what the machine has printed; what is being typed stays. */
  show(sight: Sight): void {
    const isOther = sight.key !== this.sight.key;
    const isMore = !isOther && this.written.every((entry, index) => entry === sight.entries[index]);
    const isSame =
      isMore &&
      sight.entries.length === this.written.length &&
      sight.clock === this.sight.clock &&
      sight.isBusy === this.sight.isBusy;
    if (isOther) {
      this.cleared = 0;
      this.waiting = [];
      this.line = EMPTY_LINE;
    }
    this.sight = sight;
    if (isSame) return;
    if (isMore) this.writeMore(sight.entries.slice(this.written.length));
    else this.writeAll();
    this.written = sight.entries;
    if (!this.isBusy && !sight.isBusy) this.pressWaiting();
  }

  private writeMore(entries: readonly string[]): void {
    this.terminal.write(this.eraseLine() + shown(entries));
    this.writeLine();
  }

  private writeAll(): void {
    this.row = 0;
    this.cleared = Math.min(this.cleared, this.sight.entries.length);
    this.terminal.write(ERASE_ALL + shown(this.sight.entries.slice(this.cleared)));
    this.writeLine();
    // What was written before the terminal had its size is above the window's end.
    this.terminal.write('', () => this.terminal.scrollToBottom());
  }

  // ---- the line

  private get prompt(): string {
    return promptText(this.sight.clock);
  }

  /** Takes the prompt and the line away, so that something can be written in their place. */
  private eraseLine(): string {
    const up = this.row > 0 ? `\x1b[${this.row}A` : '';
    this.row = 0;
    return `${up}\r\x1b[J`;
  }

  /** Writes prompt and line, and puts the cursor where it is. */
  private writeLine(): void {
    if (this.isBusy || this.sight.isBusy) return;
    const { terminal, prompt, line } = this;
    const end = prompt.length + line.text.length;
    const at = prompt.length + line.cursor;
    // A line that fills its row leaves the terminal's cursor in that row; ours is in the next.
    const fold = end % terminal.cols === 0 ? '\r\n' : '';
    const lastRow = Math.floor(end / terminal.cols);
    this.row = Math.floor(at / terminal.cols);
    const up = lastRow > this.row ? `\x1b[${lastRow - this.row}A` : '';
    const column = at % terminal.cols;
    const right = column > 0 ? `\x1b[${column}C` : '';
    terminal.write(`${DIM}${prompt}${OFF}${BOLD}${line.text}${OFF}${fold}${up}\r${right}`);
  }

  private redrawLine(): void {
    this.terminal.write(this.eraseLine());
    this.writeLine();
  }

  // ---- keys

  /** False: the key is not the terminal's. */
  private takesKey(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') {
      if (event.type === 'keydown') this.events.leave();
      event.preventDefault();
      return false;
    }
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isCommand && event.key === 'v') return false;
    if (isCommand && event.key === 'c' && this.terminal.hasSelection()) return false;
    return !(event.key === 'Tab' && event.shiftKey);
  }

  private typed(data: string): void {
    for (const key of keysOf(data)) this.press(key);
  }

  private press(key: string): void {
    if (!this.isBusy && !this.sight.isBusy) return this.edit(key);
    if (key !== CTRL_C) return void this.waiting.push(key);
    this.waiting = [];
    this.events.cancel();
  }

  private edit(key: string): void {
    switch (key) {
      case '\r':
      case '\n':
        return void this.submit();
      case '\t':
        return void this.complete();
      case CTRL_L:
        return this.clear();
      case CTRL_C:
        this.events.cancel();
        this.line = EMPTY_LINE;
        return this.redrawLine();
      default:
        this.line = edited(this.line, key, this.events.history());
        this.redrawLine();
    }
  }

  /** Takes what is above the line away, until something else is shown. */
  private clear(): void {
    this.cleared = this.sight.entries.length;
    this.writeAll();
  }

  /** The line goes to the machine; what came of it arrives with the next sight, in the line's place. */
  private async submit(): Promise<void> {
    const text = this.line.text.trim();
    this.line = EMPTY_LINE;
    if (text === '') return this.redrawLine();
    if (text === 'clear') return this.clear();
    this.terminal.write(`${this.eraseLine()}${DIM}${this.prompt}${OFF}${BOLD}${text}${OFF}`);
    this.row = Math.floor((this.prompt.length + text.length - 1) / this.terminal.cols);
    await this.holdKeys(() => this.events.submit(text));
  }

  /** What is typed before the work has ended is taken in afterwards. */
  private async holdKeys(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    await work();
    this.isBusy = false;
    this.redrawLine();
    this.pressWaiting();
  }

  private pressWaiting(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const key of waiting) this.press(key);
  }

  private complete(): Promise<void> {
    return this.holdKeys(async () => {
      const candidates = await this.events.complete(this.line.text, this.line.cursor);
      const line = completed(this.line, candidates);
      if (line !== undefined) this.line = line;
      else if (candidates.length > 1) {
        const rows = inRows(candidates, this.terminal.cols).map((row) => `${DIM}${row}${OFF}`);
        this.terminal.write(this.eraseLine() + shown(rows));
      }
    });
  }

  // ---- size

  private resize(): void {
    // A panel that is behind another one has no size.
    if (this.terminal.element?.parentElement?.clientWidth === 0) return;
    const before = this.terminal.cols;
    this.fit.fit();
    this.terminal.scrollToBottom();
    if (this.terminal.cols === before) return;
    this.events.resized(this.terminal.cols);
    this.writeAll();
  }

  private remeasure(font: string): void {
    // The terminal measures a font again only if the option changes.
    this.terminal.options.fontFamily = 'monospace';
    this.terminal.options.fontFamily = font;
    this.resize();
  }
}

const shown = (entries: readonly string[]): string =>
  entries.map((entry) => `${withLinks(entry, document.baseURI).replaceAll('\n', '\r\n')}\r\n`).join('');

/** Words in rows of at most so many columns. */
function inRows(words: readonly string[], columns: number): readonly string[] {
  const rows: string[] = [];
  for (const word of words) {
    const longer = rows.length === 0 ? word : `${rows[rows.length - 1]}  ${word}`;
    if (rows.length === 0 || longer.length > columns) rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows;
}

const OPTIONS = {
  fontSize: 12,
  lineHeight: 1.25,
  fontWeight: 400,
  fontWeightBold: 500,
  cursorStyle: 'block',
  cursorInactiveStyle: 'outline',
  screenReaderMode: true,
  scrollback: 20_000,
  minimumContrastRatio: 4.5,
  drawBoldTextInBrightColors: false,
} as const;

/** The terminal's colours are the tokens; those that it has no use for are ink. */
function themeOf(palette: Palette): ITheme {
  const { ink, ink2, ink3, sheet, reject, warn, time, data, line, lineStrong } = palette;
  return {
    background: sheet,
    foreground: ink,
    cursor: ink,
    cursorAccent: sheet,
    selectionBackground: line,
    scrollbarSliderBackground: line,
    scrollbarSliderHoverBackground: lineStrong,
    scrollbarSliderActiveBackground: lineStrong,
    black: ink,
    red: reject,
    green: ink,
    yellow: warn,
    blue: ink,
    magenta: time,
    cyan: data,
    white: ink2,
    brightBlack: ink3,
    brightRed: reject,
    brightGreen: ink,
    brightYellow: warn,
    brightBlue: ink,
    brightMagenta: time,
    brightCyan: data,
    brightWhite: ink,
  };
}
