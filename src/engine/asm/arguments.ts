/** Arguments of the text's own directives: `NAME key=value key=value …`, values being a few tokens. */
import type { Statement, Token } from './lexer.ts';
import type { Place, Problems } from './problems.ts';
import { describe, nearest, placeAt } from './problems.ts';

export interface Argument {
  readonly name: Token;
  /** At least one token. */
  readonly value: Statement;
}

export interface Arguments {
  readonly name: Token;
  readonly values: ReadonlyMap<string, Argument>;
}

/** Reads `.directive NAME key=value …`; undefined if it cannot be, which `problems` then says. */
export function parseArguments(
  statement: Statement,
  keys: readonly string[],
  problems: Problems,
): Arguments | undefined {
  const name = statement[1];
  if (name?.kind !== 'word') {
    problems.error(placeAt(statement, 1), `expected a name after ${statement[0].text}, found ${describe(name)}`);
    return undefined;
  }
  const values = new Map<string, Argument>();
  let at = 2;
  while (at < statement.length) {
    if (statement[at].text === ',') {
      at++;
      continue;
    }
    const end = endOfValue(statement, at + 2);
    const argument = argumentAt(statement, at, end, keys, problems);
    if (argument === undefined) return undefined;
    if (values.has(argument.name.text)) problems.error(argument.name, `\`${argument.name.text}\` is given twice`);
    values.set(argument.name.text, argument);
    at = end;
  }
  return { name, values };
}

function argumentAt(
  statement: Statement,
  at: number,
  end: number,
  keys: readonly string[],
  problems: Problems,
): Argument | undefined {
  const key = statement[at];
  if (!keys.includes(key.text)) {
    const similar = nearest(key.text, keys);
    const hint =
      similar === undefined
        ? `${statement[0].text} has ${keys.map((one) => `${one}=`).join(' ')}`
        : `did you mean \`${similar}=\`?`;
    problems.error(key, `${statement[0].text} has no \`${key.text}\``, [hint]);
    return undefined;
  }
  if (statement[at + 1]?.text !== '=') {
    problems.error(
      placeAt(statement, at + 1),
      `expected \`=\` after \`${key.text}\`, found ${describe(statement[at + 1])}`,
    );
    return undefined;
  }
  const value = statement.slice(at + 2, end);
  if (value.length === 0) {
    problems.error(
      placeAt(statement, at + 2),
      `expected a value after \`${key.text}=\`, found ${describe(statement[at + 2])}`,
    );
    return undefined;
  }
  return { name: key, value };
}

/** A value ends at a comma and before the next `key =`. */
function endOfValue(statement: Statement, from: number): number {
  let at = from;
  while (at < statement.length && statement[at].text !== ',' && statement[at + 1]?.text !== '=') at++;
  return Math.min(at, statement.length);
}

/** The one token that a value consists of; undefined if there are more, which `problems` then says. */
export function singleToken({ name, value }: Argument, problems: Problems): Token | undefined {
  if (value.length === 1) return value[0];
  problems.error(value[1], `\`${name.text}=\` takes one word, found ${describe(value[1])}`);
  return undefined;
}

/** Text and place of a value that is a word or a string. */
export function textOf(
  argument: Argument,
  problems: Problems,
): { readonly text: string; readonly place: Place } | undefined {
  const token = argument.value[0];
  if (token.kind === 'string' && argument.value.length === 1) return { text: token.text.slice(1, -1), place: token };
  const text = argument.value.map((one) => one.text).join('');
  const last = argument.value[argument.value.length - 1];
  if (token.kind === 'word' || token.text === '?') return { text, place: { ...token, endColumn: last.endColumn } };
  problems.error(token, `\`${argument.name.text}=\` takes a name, found ${describe(token)}`);
  return undefined;
}
