import type { Failure, Words } from '../shell/words.ts';

/** The options of tcpreplay 4.4, as AutoOpts takes them: by letter or by as much of the name as is unambiguous. */
interface OptionRow {
  readonly letter?: string;
  readonly name: string;
  readonly value?: 'num' | 'str';
  readonly about: string;
  /** The smallest number. */
  readonly least?: number;
  /** Options that it cannot stand beside. */
  readonly conflicts?: readonly string[];
  /** It is known, and does nothing here. */
  readonly isMissing?: true;
}

const SPEEDS = ['multiplier', 'pps', 'mbps', 'oneatatime', 'topspeed'];
const speed = (name: string): readonly string[] => SPEEDS.filter((each) => each !== name);

const ROWS: readonly OptionRow[] = [
  { letter: 'q', name: 'quiet', about: 'Quiet mode' },
  { letter: 'T', name: 'timer', value: 'str', about: 'Select packet timing mode: select, ioport, gtod, nano' },
  { name: 'maxsleep', value: 'num', about: 'Sleep for no more then X milliseconds between packets' },
  { letter: 'v', name: 'verbose', about: 'Print decoded packets via tcpdump to STDOUT' },
  { letter: 'A', name: 'decode', value: 'str', about: 'Arguments passed to tcpdump decoder', isMissing: true },
  { letter: 'K', name: 'preload-pcap', about: 'Preloads packets into RAM before sending' },
  { letter: 'c', name: 'cachefile', value: 'str', about: 'Split traffic via a tcpprep cache file', isMissing: true },
  { letter: '2', name: 'dualfile', about: 'Replay two files at a time from a network tap', isMissing: true },
  { letter: 'i', name: 'intf1', value: 'str', about: 'Client to server/RX/primary traffic output interface' },
  {
    letter: 'I',
    name: 'intf2',
    value: 'str',
    about: 'Server to client/TX/secondary traffic output interface',
    isMissing: true,
  },
  { name: 'listnics', about: 'List available network interfaces and exit' },
  { letter: 'l', name: 'loop', value: 'num', least: 0, about: 'Loop through the capture file X times' },
  { name: 'loopdelay-ms', value: 'num', least: 0, about: 'Delay between loops in milliseconds' },
  { name: 'pktlen', about: 'Override the snaplen and use the actual packet len' },
  { letter: 'L', name: 'limit', value: 'num', least: 1, about: 'Limit the number of packets to send' },
  { name: 'duration', value: 'num', least: 1, about: 'Limit the number of seconds to send' },
  {
    letter: 'x',
    name: 'multiplier',
    value: 'str',
    about: 'Modify replay speed to a given multiple',
    conflicts: speed('multiplier'),
  },
  { letter: 'p', name: 'pps', value: 'str', about: 'Replay packets at a given packets/sec', conflicts: speed('pps') },
  { letter: 'M', name: 'mbps', value: 'str', about: 'Replay packets at a given Mbps', conflicts: speed('mbps') },
  { letter: 't', name: 'topspeed', about: 'Replay packets as fast as possible', conflicts: speed('topspeed') },
  {
    letter: 'o',
    name: 'oneatatime',
    about: 'Replay one packet at a time for each user input',
    conflicts: speed('oneatatime'),
    isMissing: true,
  },
  {
    name: 'pps-multi',
    value: 'num',
    least: 1,
    about: 'Number of packets to send for each time interval',
    isMissing: true,
  },
  {
    name: 'unique-ip',
    about: 'Modify IP addresses each loop iteration to generate unique flows',
    isMissing: true,
  },
  {
    name: 'unique-ip-loops',
    value: 'str',
    about: 'Number of times to loop before assigning new unique ip',
    isMissing: true,
  },
  { name: 'no-flow-stats', about: 'Suppress printing and tracking flow count, rates and expirations' },
  {
    name: 'flow-expiry',
    value: 'num',
    about: 'Number of inactive seconds before a flow is considered expired',
    isMissing: true,
  },
  { letter: 'P', name: 'pid', about: 'Print the PID of tcpreplay at startup' },
  {
    name: 'stats',
    value: 'num',
    about: "Print statistics every X seconds, or every loop if '0'",
    isMissing: true,
  },
  { letter: 'V', name: 'version', about: 'Print version information' },
  { letter: 'h', name: 'less-help', about: 'Display less usage information and exit' },
  { letter: 'H', name: 'help', about: 'display extended usage information and exit' },
];

/** The options that do something here, as words: by letter where they have one. */
export const tcpreplayOptions = (): readonly string[] =>
  ROWS.filter(({ isMissing }) => isMissing !== true).flatMap(({ letter, name }) => [
    ...(letter === undefined ? [] : [`-${letter}`]),
    `--${name}`,
  ]);

const usageRow = ({ letter, name, value, about }: OptionRow): string => {
  const head = `${letter === undefined ? '      ' : `  -${letter}, `}--${name}${value === undefined ? '' : `=${value}`}`;
  return ` ${head.padEnd(28)}${about}\n`;
};

export const TCPREPLAY_USAGE = `tcpreplay (tcpreplay) - Replay network traffic stored in pcap files
Usage:  tcpreplay [ -<flag> [<val>] | --<name>[{=| }<val>] ]... \\
\t\t<pcap_file(s)> | <pcap_dir(s)>

${ROWS.map(usageRow).join('')}
Options are specified by doubled hyphens and their name or by a single
hyphen and the flag character.
`;

/** The options that were given, by name, with their values; and the files. */
export interface Given {
  readonly options: ReadonlyMap<string, string>;
  readonly files: readonly string[];
}

/** Takes all words; throws tcpreplay's own message, with its usage below. */
export function takeTcpreplayOptions(words: Words): Given {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word.startsWith('--')) takeLong(words, word.slice(2), options);
    else if (/^-./.test(word)) takeLetters(words, word, options);
    else files.push(word);
  }
  checkTogether(words, options, files);
  return { options, files };
}

const wrongUsage = (words: Words, message: string): Failure =>
  words.wasWrong(`${message}\n${TCPREPLAY_USAGE.trimEnd()}`, 1);

function takeLong(words: Words, text: string, options: Map<string, string>): void {
  const [name, ...rest] = text.split('=');
  const fitting = ROWS.filter((each) => each.name.startsWith(name));
  const row = fitting.find((each) => each.name === name) ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (row !== undefined) return take(words, row, rest.length > 0 ? rest.join('=') : undefined, options);
  if (fitting.length === 0) throw wrongUsage(words, `tcpreplay: illegal option -- ${name}`);
  const all = fitting.map((each) => `  --${each.name}`).join('\n');
  throw wrongUsage(
    words,
    `tcpreplay: ambiguous option name: ${name} (matches ${fitting.length} options)\n  The following options match:\n${all}`,
  );
}

function takeLetters(words: Words, word: string, options: Map<string, string>): void {
  for (let at = 1; at < word.length; at++) {
    const row = ROWS.find(({ letter }) => letter === word[at]);
    if (row === undefined) throw wrongUsage(words, `tcpreplay: illegal option -- ${word[at]}`);
    const joined = row.value !== undefined && at + 1 < word.length ? word.slice(at + 1) : undefined;
    take(words, row, joined, options);
    if (joined !== undefined) return;
  }
}

function take(words: Words, row: OptionRow, joined: string | undefined, options: Map<string, string>): void {
  const { name, value, least } = row;
  if (row.isMissing === true) throw words.wasWrong(`tcpreplay: --${name} is not simulated`, 1);
  if (options.has(name)) throw wrongUsage(words, `tcpreplay error:  only one ${name} option allowed`);
  const text = value === undefined ? '' : (joined ?? words.next());
  if (text === undefined) throw wrongUsage(words, `tcpreplay: The '${name}' option requires an argument.`);
  if (value === 'num') checkNumber(words, name, text, least ?? 0);
  options.set(name, text);
}

function checkNumber(words: Words, name: string, text: string, least: number): void {
  if (!/^-?\d{1,9}$/.test(text)) throw wrongUsage(words, `tcpreplay error:  '${text}' is not a recognizable number.`);
  if (Number(text) >= least) return;
  const range = `it must be in the range:\n\tgreater than or equal to ${least}`;
  throw wrongUsage(words, `tcpreplay error:  ${name} option value ${Number(text)} is out of range.\n${range}`);
}

/** Options that end the command at once. */
const ENDING = ['listnics', 'version', 'less-help', 'help'];

function checkTogether(words: Words, options: ReadonlyMap<string, string>, files: readonly string[]): void {
  for (const { name, conflicts = [] } of ROWS) {
    const other = options.has(name) ? conflicts.find((each) => options.has(each)) : undefined;
    if (other !== undefined) throw wrongUsage(words, `tcpreplay error:  the '${name}' and '${other}' options conflict`);
  }
  if (ENDING.some((name) => options.has(name))) return;
  if (options.has('loopdelay-ms') && !options.has('loop'))
    throw wrongUsage(words, 'tcpreplay error:  loopdelay-ms option requires the loop option');
  if (!options.has('intf1')) throw wrongUsage(words, 'tcpreplay error:  The intf1 option is required');
  if (files.length === 0) throw wrongUsage(words, 'tcpreplay: Command line arguments required');
  const pps = options.get('pps');
  if (pps !== undefined && !(Number.parseFloat(pps) > 0))
    throw words.wasWrong(
      `\nFatal Error in tcpreplay.c:main() line 79:\n Unable to parse args: From tcpreplay_api.c:tcpreplay_post_args() line 182:\ninvalid pps value '${pps}'`,
      -1,
    );
}
