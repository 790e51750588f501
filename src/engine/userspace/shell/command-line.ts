import { Failure, type Word } from './words.ts';

/** A line as a shell takes it apart: pipelines that run one after the other, and whether the shell waits for them. */
export interface CommandLine {
  readonly pipelines: readonly Pipeline[];
  readonly background: boolean;
}

/** Commands of which each reads what the one before it prints. */
export interface Pipeline {
  /** What the pipeline before it must have done for this one to run. */
  readonly after: 'anything' | 'success' | 'failure';
  readonly commands: readonly SimpleCommand[];
}

export interface SimpleCommand {
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

/** `< FILE`, `> FILE`, `2>> FILE`, `2>&1`. */
export interface Redirect {
  readonly stream: 'in' | 'out' | 'err' | 'both';
  readonly append: boolean;
  /** A file, or the other stream. */
  readonly to: Word | 'out' | 'err';
}

/** A word, or what stands between words. */
interface Token extends Word {
  readonly kind: 'word' | 'operator' | 'redirect';
}

const TOKEN = /'([^']*)'?|"([^"]*)"?|(&&|\|\||&>>?|[12]?>&[12]|[12]?>>|[12]?>|<|[|&;])|[^\s|&;<>]+/g;
/** Where `<` and `>` are words: an assertion compares. */
const TOKEN_OF_ASSERTION = /'([^']*)'?|"([^"]*)"?|(&&|\|\||[|&;])|[^\s|&;]+/g;

/** Takes a line apart from column `from` + 1 on; throws where an operator stands in a wrong place. */
export function parseCommandLine(text: string, from = 0): CommandLine {
  const tokens = tokensOf(text, from);
  const last = tokens.at(-1);
  const background = last?.kind === 'operator' && last.text === '&';
  const isEnded = background || (last?.kind === 'operator' && last.text === ';');
  const parser = new Parser(isEnded ? tokens.slice(0, -1) : tokens, isEnded ? last : undefined, text.length);
  return { pipelines: parser.pipelines(), background };
}

function tokensOf(text: string, from: number): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < text.length; ) {
    const match = matchAt(isInAssertion(tokens) ? TOKEN_OF_ASSERTION : TOKEN, text, at);
    if (match === null || match[0].startsWith('#')) break;
    const quoted = match[1] ?? match[2];
    const word = { text: quoted ?? match[0], column: match.index + 1, ...(quoted !== undefined && QUOTED) };
    tokens.push({ kind: kindOf(match[3]), ...word });
    at = match.index + match[0].length;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const QUOTED = { isQuoted: true } as const;

const kindOf = (operator: string | undefined): Token['kind'] =>
  operator === undefined ? 'word' : /[<>]/.test(operator) ? 'redirect' : 'operator';

function isInAssertion(tokens: readonly Token[]): boolean {
  const start = tokens.findLastIndex(({ kind }) => kind === 'operator') + 1;
  return tokens[start]?.text === 'assert';
}

const AFTER: Readonly<Record<string, Pipeline['after']>> = { ';': 'anything', '&&': 'success', '||': 'failure' };

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: Token;
  private at = 0;

  constructor(tokens: readonly Token[], end: Token | undefined, length: number) {
    this.tokens = tokens;
    this.end = end ?? { kind: 'operator', text: 'newline', column: length + 1 };
  }

  pipelines(): readonly Pipeline[] {
    const found: Pipeline[] = [{ after: 'anything', commands: this.pipeline(true) }];
    for (let token = this.next(); token !== undefined; token = this.next()) {
      const after = AFTER[token.text];
      if (after === undefined) throw unexpected(token);
      found.push({ after, commands: this.pipeline(false) });
    }
    return found;
  }

  private next(): Token | undefined {
    return this.tokens[this.at++];
  }

  private pipeline(mayBeEmpty: boolean): readonly SimpleCommand[] {
    const commands = [this.command(mayBeEmpty)];
    while (this.tokens[this.at]?.kind === 'operator' && this.tokens[this.at].text === '|') {
      this.at++;
      commands.push(this.command(false));
    }
    return commands;
  }

  private command(mayBeEmpty: boolean): SimpleCommand {
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token.kind === 'operator') break;
      this.at++;
      const { kind, ...word } = token;
      if (kind === 'word') words.push(word);
      else redirects.push(this.redirect(token));
    }
    const isMissing = words.length === 0 && !(mayBeEmpty && this.tokens.length === 0 && this.end.text === 'newline');
    if (isMissing) throw unexpected(this.tokens[this.at] ?? this.end);
    return { words, redirects };
  }

  private redirect({ text }: Token): Redirect {
    const copy = /^([12]?)>&([12])$/.exec(text);
    if (copy !== null)
      return { stream: copy[1] === '2' ? 'err' : 'out', append: true, to: copy[2] === '1' ? 'out' : 'err' };
    const stream = text === '<' ? 'in' : text.startsWith('&') ? 'both' : text.startsWith('2') ? 'err' : 'out';
    const file = this.next();
    if (file?.kind !== 'word') throw unexpected(file ?? this.end);
    return { stream, append: text.endsWith('>>'), to: { text: file.text, column: file.column } };
  }
}

function unexpected({ text, column }: Word): Failure {
  const at = { column, endColumn: column + (text === 'newline' ? 0 : text.length) };
  return new Failure(`syntax error near unexpected token \`${text}'`, 2, at);
}
