/**
 * What people write who mean something else: patterns of whole statements, with what to write instead. They explain a
 * statement that no syntax takes; one that assembles is never looked at.
 */
import { translate } from './dialects.ts';
import type { Statement } from './lexer.ts';

/** A pattern of the statement's tokens with single blanks between them, and what is said of it. */
interface Mistake {
  readonly pattern: RegExp;
  /** `$1` and so on stand for what the groups of the pattern took. */
  readonly message: string;
  readonly note: string;
}

const REGISTER = '[rRwW](?:\\d|10)';
const OPERATOR = '[-+*/%&|^]|<<|>>';

const MISTAKES: readonly Mistake[] = [
  {
    pattern: new RegExp(`^(${REGISTER}) = \\1 (${OPERATOR}) (\\S+)$`),
    message: 'an instruction changes one register by one operand',
    note: 'write `$1 $2= $3`',
  },
  {
    pattern: new RegExp(`^(${REGISTER}) = (\\S+) (${OPERATOR}) (.+)$`),
    message: 'an instruction changes one register by one operand',
    note: 'write two: `$1 = $2`, then `$1 $3= $4`',
  },
  {
    pattern: new RegExp(`^(${REGISTER}) ([-+]) \\2$`),
    message: '`$1$2$2` is C',
    note: 'write `$1 $2= 1`',
  },
  {
    pattern: new RegExp(`^(${REGISTER}) = [!~] (\\S+)$`),
    message: 'there is no instruction that inverts',
    note: '`$1 ^= -1` inverts all bits of $1',
  },
  {
    pattern: new RegExp(`^(${REGISTER}) = \\[ ?(\\S+) ?(?:([-+]) ?(\\S+) )?\\]$`),
    message: 'a load says how many bytes it reads',
    note: 'for example `$1 = *(u64 *)($2 $3 $4)`',
  },
  {
    pattern: new RegExp(`^(${REGISTER}) = & (\\S+)$`),
    message: 'the address of something is its name with `ll`',
    note: 'write `$1 = $2 ll`',
  },
  {
    pattern: new RegExp(`^(${REGISTER}) = (\\w+) \\[ (\\w+) \\]$`),
    message: 'there are no indices',
    note: '`$1 = $2 + BYTES ll` is an address inside of a variable',
  },
  {
    pattern: /^if \( (.+) \) goto (\S+)$/,
    message: 'a condition stands without brackets',
    note: 'write `if $1 goto $2`',
  },
  {
    pattern: /^if (\S+) (?:=|== =) (\S+)/,
    message: 'equality is `==`',
    note: 'write `if $1 == $2 goto LABEL`',
  },
  {
    pattern: /^if (\S+) (?:<>|!= =) (\S+)/,
    message: 'inequality is `!=`',
    note: 'write `if $1 != $2 goto LABEL`',
  },
  {
    pattern: /^if (\S+ \S+ \S+) (?:jmp |then |ja )?(?!goto)(\w+)$/,
    message: 'a conditional jump ends in `goto LABEL`',
    note: 'write `if $1 goto $2`',
  },
  {
    pattern: /\* \( (u8|u16|u32|u64|s8|s16|s32) \* \) (?:\[ )?(r\w+)/,
    message: 'the address of a memory access stands in round brackets',
    note: 'for example `*($1 *)($2 + 4)`',
  },
  {
    pattern: /\* \( (?!(?:u8|u16|u32|u64|s8|s16|s32) )(?:struct )?(\w+) \* \)/,
    message: 'a memory access says how many bytes it means',
    note: 'in place of `$1` write u8 u16 u32 u64, or s8 s16 s32 for a load with sign',
  },
  {
    pattern: new RegExp(`^(${REGISTER}) = (\\* \\( \\w+ \\* \\) \\( .+ \\)) (${OPERATOR}) (.+)$`),
    message: 'an instruction does one thing',
    note: 'first the load into $1, then `$1 $3= $4`',
  },
  {
    pattern: new RegExp(`^(\\* \\( \\w+ \\* \\) \\( .+ \\)) = (\\w+) (${OPERATOR}) (.+)$`),
    message: 'a store takes a register or a number',
    note: 'first `$2 $3= $4`, then the store of $2',
  },
  {
    pattern: /^\S+ = (".*")/,
    message: 'an instruction holds no text',
    note: '`.var NAME: char[N]` with `.asciz $1` in .rodata, then `r1 = NAME ll`',
  },
  {
    pattern: /^\* \( (u32|u64) \* \) \( (.+) \) ([-+*/%&|^]|<<|>>)= (.+)$/,
    message: 'memory is changed by atomic operations, or through a register',
    note: 'atomic are `lock *($1 *)($2) += $4`, also `|= &= ^=`',
  },
  {
    pattern: /^lock \* \( [us](?:8|16) \* \)/,
    message: 'atomic operations have 32 or 64 bits',
    note: 'write `u32` or `u64`',
  },
  {
    pattern: /^lock r\d+ /,
    message: '`lock` stands before a memory access',
    note: 'for example `lock *(u64 *)(r1 + 0) += r2`',
  },
  {
    pattern: /^exit \S/,
    message: '`exit` takes no operand',
    note: 'the result is what r0 holds: `r0 = VALUE`, then `exit`',
  },
  {
    pattern: /^SEC \( "([^"]*)" \)/,
    message: 'this is C: a program begins with a directive',
    note: 'write `.program NAME section=$1`',
  },
  {
    pattern: /^(?:\w+ = )?(\w+) \(.*\)$/,
    message: 'calls are written `call $1`',
    note: 'arguments stand in r1 to r5, the result in r0',
  },
  {
    pattern: /^% (\w+)/,
    message: 'registers have no `%`',
    note: 'write `$1`',
  },
  {
    pattern: /^(\S+) = \S*\d \.\d/,
    message: 'there are no floating-point numbers',
    note: 'BPF computes with integers',
  },
  {
    pattern: /^(\S+) = (\d+) (\.\d+)$/,
    message: 'there are no floating-point numbers',
    note: 'BPF computes with integers',
  },
  {
    pattern: /^(?:static|int|long|unsigned|struct|void|char|const|__u\d+|u\d+|if \w+ \() /,
    message: 'this is C, and no instruction',
    note: 'variables are registers, or `.var NAME: TYPE` in a data section',
  },
  {
    pattern: /^r\w?x$|^(?:r|e)(?:ax|bx|cx|dx|si|di|sp|bp) |^[rw](?:1[1-9]|[2-9]\d+) /,
    message: 'there is no such register',
    note: 'registers are r0 to r10, their lower halves w0 to w10',
  },
  {
    pattern: /^(?!call|goto|if|lock)(\w+)$/,
    message: '`$1` does not begin an instruction',
    note: 'a label ends in a colon: `$1:`',
  },
];

export interface Explanation {
  readonly message: string;
  readonly note: string;
}

/** What is probably meant by a statement that no syntax takes; undefined if there is nothing to say. */
export function explain(statement: Statement): Explanation | undefined {
  const translated = translate(statement);
  if (translated !== undefined)
    return { message: `\`${statement[0].text}\` is of another assembler`, note: `here it is \`${translated}\`` };
  const text = statement.map((token) => token.text).join(' ');
  for (const { pattern, message, note } of MISTAKES) {
    const match = pattern.exec(text);
    if (match !== null) return { message: fillIn(message, match), note: fillIn(note, match) };
  }
  return undefined;
}

const fillIn = (text: string, match: RegExpExecArray): string =>
  text.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '').replace(/ +\)/g, ')');
