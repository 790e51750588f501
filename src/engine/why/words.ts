/** How states and instructions are said in a chain. */

/** Details of a register's text that say nothing to a reader who follows one value. */
const DETAILS = /\b(?:id|ks|vs|map_uid|ref_obj_id)=[^,)]*,?/g;

/** What a register without a value is said to hold. */
export const NO_VALUE = 'no value';

/** A register's text as the log has it, without numbers of bookkeeping: `map_value(map=flows,off=8)`, `0 to 255`. */
export function shortText(text: string): string {
  const value = text.replace(/^P(?=-?\d|scalar)/, '');
  return value.startsWith('scalar(') ? rangeText(value) : value.replace(DETAILS, '').replace(/,\)/g, ')');
}

/** `scalar(smin=0,smax=umax=255,…)` as the numbers that it may be. */
function rangeText(scalar: string): string {
  const bound = (name: string) => new RegExp(`\\b${name}=(?:[a-z0-9]+=)*(-?(?:0x[0-9a-f]+|\\d+))`).exec(scalar)?.[1];
  const [low, high] = [bound('smin') ?? bound('umin'), bound('smax') ?? bound('umax')];
  if (low !== undefined && high !== undefined) return `${low} to ${high}`;
  if (low !== undefined) return `${low} or more`;
  return high === undefined ? 'any number' : `at most ${high}`;
}

const OPPOSITES: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '>=': '<',
  's>': 's<=',
  's<=': 's>',
  's<': 's>=',
  's>=': 's<',
};

/** What a conditional jump has made sure of: `not taken: r4 != 0`. */
export function branchText(insnText: string, isTaken: boolean): string {
  const condition = /\bif (\S+) (\S+) (\S+) goto/.exec(insnText);
  const way = isTaken ? 'taken' : 'not taken';
  if (condition === null) return way;
  const [, left, operator, right] = condition;
  const value = /^0x[0-9a-f]+$/.test(right) && right.length < 8 ? String(Number(right)) : right;
  if (operator === '&') return `${way}: ${left} & ${value} is ${isTaken ? 'not 0' : '0'}`;
  const holds = isTaken ? operator : OPPOSITES[operator];
  return holds === undefined ? way : `${way}: ${left} ${holds} ${value}`;
}
