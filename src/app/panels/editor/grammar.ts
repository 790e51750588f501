import type { languages } from 'monaco-editor/editor';
import { FORMS } from '../../../engine/isa/opcodes.ts';
import { withoutComment } from '../../format.ts';

/**
 * The highlighter of BPF assembly, made from the instruction table: every word that a syntax contains beside its
 * operands is an instruction word. Nothing here knows an instruction by name.
 */
export function assemblyGrammar(): languages.IMonarchLanguage {
  const words = syntaxWords();
  const calls = words.filter((word) => word.startsWith('call')).join('|');
  return {
    types: words.filter((word) => /^[us]\d+$/.test(word)),
    suffixes: words.filter(isSuffix),
    keywords: words,
    tokenizer: {
      root: [
        [/\/\/.*$|#.*$/, 'comment'],
        [/\/\*/, 'comment', '@block'],
        [/^\s*[A-Za-z_.$][\w.$]*:/, 'label'],
        [/^\s*\.[A-Za-z_]\w*/, 'directive'],
        [/"(?:[^"\\]|\\.)*"/, 'string'],
        [/[+-]?\b(?:0[xX][0-9a-fA-F]+|\d+)\b/, 'number'],
        [/\b[rw](?:1[01]|[0-9])\b/, 'register'],
        [new RegExp(`\\b(${calls})(\\s+)([A-Za-z_][\\w.]*)`), ['keyword', '', 'call']],
        [
          /[A-Za-z_][\w.]*/,
          { cases: { '@types': 'type', '@suffixes': 'name', '@keywords': 'keyword', '@default': 'name' } },
        ],
        [/[-+*/%&|^<>=!]+/, 'operator'],
      ],
      block: [
        [/.*?\*\//, 'comment', '@pop'],
        [/.+/, 'comment'],
      ],
    },
  };
}

/** The words of all syntaxes and their aliases, without operands. */
export function syntaxWords(): string[] {
  const texts = FORMS.flatMap((form) => [form.syntax, ...(form.aliases ?? [])]);
  const words = texts.flatMap((text) => text.replace(/\$\w+/g, ' ').match(/[A-Za-z_]\w+/g) ?? []);
  return [...new Set(words)].sort();
}

/** True for a word that stands only at the end of syntaxes: `ll` belongs to its operand. */
function isSuffix(word: string): boolean {
  const syntaxes = FORMS.map((form) => form.syntax).filter((syntax) => new RegExp(`\\b${word}\\b`).test(syntax));
  return syntaxes.length > 0 && syntaxes.every((syntax) => syntax.endsWith(` ${word}`));
}

/** A script's lines: comments, the process in brackets, the step it was typed at. */
export const scriptGrammar: languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/^\s*#.*$/, 'comment'],
      [/^(\s*@\d+)(\s+)([a-z][\w-]*)/, ['number', 'white', 'keyword']],
      [/^\s*@\d+/, 'number'],
      [/^(\s*\[[^\]]*\])(\s*)([a-z][\w-]*)/, ['directive', 'white', 'keyword']],
      [/^\s*[a-z][\w-]*/, 'keyword'],
      [/\b(?:0x)?[0-9a-fA-F]+(?:ns|us|ms|s)?\b/, 'number'],
    ],
  },
};

/** Where the names of maps and of callbacks stand in a text, so that they get the colour of their kind. */
export interface NamedPlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly kind: 'map' | 'callback';
}

/** Finds the names of maps and of callbacks (functions whose address is taken), wherever they are used. */
export function namedPlaces(text: string): readonly NamedPlace[] {
  const kinds = new Map<string, NamedPlace['kind']>();
  for (const [, name] of text.matchAll(/^\s*\.map\s+([\w.]+)/gm)) kinds.set(name, 'map');
  for (const [, name] of text.matchAll(/^\s*\.callback\s+([\w.]+)/gm)) kinds.set(name, 'callback');
  const functions = new Set([...text.matchAll(/^\s*\.function\s+([\w.]+)/gm)].map(([, name]) => name));
  for (const [, name] of text.matchAll(/=\s*([\w.]+)\s+ll\b/g)) if (functions.has(name)) kinds.set(name, 'callback');
  if (kinds.size === 0) return [];
  const names = new RegExp(`(?<![\\w.]|type=)(?:${[...kinds.keys()].map(escaped).join('|')})(?![\\w])`, 'g');
  return text.split('\n').flatMap((line, index) =>
    [...withoutComment(line).matchAll(names)].map((found) => ({
      line: index + 1,
      column: found.index + 1,
      endColumn: found.index + 1 + found[0].length,
      kind: kinds.get(found[0]) ?? 'map',
    })),
  );
}

const escaped = (name: string) => name.replace(/\./g, '\\.');
