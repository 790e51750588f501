/**
 * JSON as the tools of the iproute2 family print it: members are separated without blanks, or with `pretty` each on a
 * line of its own; array elements stay on one line.
 */
export class JsonWriter {
  private readonly write: (text: string) => void;
  private readonly pretty: boolean;
  private depth = 0;
  /** What comes before the next value of the innermost collection. */
  private separator: '' | ',' = '';

  constructor(write: (text: string) => void, pretty: boolean) {
    this.write = write;
    this.pretty = pretty;
  }

  begin(bracket: '{' | '['): void {
    this.value(bracket);
    this.depth++;
    this.separator = '';
  }

  end(bracket: '}' | ']'): void {
    this.depth--;
    if (this.separator !== '') this.newLine();
    this.write(bracket);
    this.separator = ',';
  }

  /** The name of a member, whose value comes next. */
  name(name: string): void {
    this.write(this.separator);
    this.newLine();
    this.write(`${quoted(name)}:${this.pretty ? ' ' : ''}`);
    this.separator = '';
  }

  /** A value as it is to be printed. */
  value(text: string): void {
    this.write(this.separator + text);
    this.separator = ',';
  }

  string(text: string): void {
    this.value(quoted(text));
  }

  /** A member whose value is printed as it is. */
  field(name: string, value: string | number | bigint | boolean): void {
    this.name(name);
    this.value(String(value));
  }

  stringField(name: string, value: string): void {
    this.name(name);
    this.string(value);
  }

  /** An array of strings. */
  strings(texts: readonly string[]): void {
    this.begin('[');
    for (const text of texts) this.string(text);
    this.end(']');
  }

  bytes(bytes: Uint8Array): void {
    this.begin('[');
    for (const byte of bytes) this.value(`"0x${byte.toString(16).padStart(2, '0')}"`);
    this.end(']');
  }

  bytesField(name: string, bytes: Uint8Array): void {
    this.name(name);
    this.bytes(bytes);
  }

  null(): void {
    this.value('null');
  }

  private newLine(): void {
    if (this.pretty) this.write(`\n${'    '.repeat(this.depth)}`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '\b': '\\b',
  '\\': '\\\\',
  '"': '\\"',
};

const quoted = (text: string): string => `"${text.replace(/[\t\n\r\f\b\\"]/g, (character) => ESCAPES[character])}"`;
