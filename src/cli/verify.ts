/** `rearm verify`: verdicts and logs of the programs of object files. */
import { parseArgs } from 'node:util';
import { textOfBytes } from '../engine/program/log-text.ts';
import { type FileRows, type Row, verdictCsv, verdictTable } from '../engine/userspace/veristat/verdict-table.ts';
import type { Command, Host } from './command.ts';
import { asciiJson, EXIT_OK, EXIT_REJECTED, EXIT_USAGE, usage } from './command.ts';
import { takeKernelTypes } from './kernel-types.ts';
import { OBJECT_LOG_SIZE, RAW_LOG_SIZE } from './log-size.ts';
import type { Reported, ReportedProgram, ReportOptions } from './object-report.ts';
import { reportObject } from './object-report.ts';

const USAGE = `usage: rearm verify [--json|--csv] [--log-level N] [--log-size BYTES] [--prog NAME] [--insns] [--btf FILE] FILE…
       rearm verify --raw [--log-size BYTES] [--btf FILE]`;

/** Bits of the log level that the kernel knows. */
const MAX_LOG_LEVEL = 7;

export const verifyCommand: Command = async (args, host) => {
  const parsed = parse(args);
  if (typeof parsed === 'string') return usage(host, parsed, USAGE);
  if (parsed.btf !== undefined && !takeKernelTypes(parsed.btf, host)) return EXIT_USAGE;
  // The machine, which requests may ask for, is loaded for them alone.
  if (parsed.raw) return (await import('./raw.ts')).runRaw(host, parsed.options.logSize);
  if (parsed.files.length === 0) return usage(host, 'no file given', USAGE);
  return verifyFiles(parsed, host);
};

interface Request {
  readonly raw: boolean;
  readonly format: 'table' | 'json' | 'csv';
  readonly options: ReportOptions;
  /** A file with the types of the user's kernel. */
  readonly btf: string | undefined;
  readonly files: readonly string[];
}

/** The arguments, or what is wrong with them. */
function parse(args: readonly string[]): Request | string {
  let parsed: ReturnType<typeof parseVerifyArgs>;
  try {
    parsed = parseVerifyArgs(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const json = values.json === true;
  const logLevel = wholeNumber(values['log-level'] ?? (json ? '2' : '0'));
  const logSize = wholeNumber(values['log-size'] ?? String(values.raw ? RAW_LOG_SIZE : OBJECT_LOG_SIZE));
  if (logLevel === undefined || logLevel > MAX_LOG_LEVEL)
    return `bad log level '${values['log-level']}': 0 to ${MAX_LOG_LEVEL}`;
  if (logSize === undefined || logSize < 128) return `bad log size '${values['log-size']}': at least 128 bytes`;
  if (json && values.csv) return '--json and --csv exclude each other';
  return {
    raw: values.raw === true,
    format: json ? 'json' : values.csv ? 'csv' : 'table',
    options: {
      logLevel,
      logSize,
      insns: values.insns === true,
      ...(values.prog !== undefined && { program: values.prog }),
    },
    btf: values.btf,
    files: positionals,
  };
}

const parseVerifyArgs = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      raw: { type: 'boolean' },
      insns: { type: 'boolean' },
      'log-level': { type: 'string' },
      'log-size': { type: 'string' },
      prog: { type: 'string' },
      btf: { type: 'string' },
    },
  });

const wholeNumber = (text: string): number | undefined => (/^\d{1,10}$/.test(text) ? Number(text) : undefined);

function verifyFiles({ files, format, options }: Request, host: Host): number {
  let status = EXIT_OK;
  const all: FileRows[] = [];
  for (const path of files) {
    const reported = reportFile(path, options, host);
    if (reported === undefined) {
      status = EXIT_USAGE;
      continue;
    }
    const rows = format === 'json' ? printJson(reported, host) : printLogs(reported, options, host);
    const isRefused = rows.isSkipped || rows.rows.some(({ verdict }) => verdict === 'failure');
    if (isRefused && status === EXIT_OK) status = EXIT_REJECTED;
    all.push(rows);
  }
  if (format === 'table') host.out(verdictTable(all));
  if (format === 'csv') host.out(verdictCsv(all));
  return status;
}

function reportFile(path: string, options: ReportOptions, host: Host): Reported | undefined {
  const bytes = host.readFile(path);
  if (bytes === undefined) return undefined;
  const reported = reportObject(bytes, path, options);
  if (reported.ok) return reported.value;
  for (const { message, offset } of reported.error)
    host.error(`rearm: ${path}${offset === undefined ? '' : `: byte ${offset}`}: ${message}\n`);
  return undefined;
}

/** One line of JSON, in pieces: program after program, and their logs as they lie in memory. */
function printJson({ report, programs }: Reported, host: Host): FileRows {
  host.out(`${asciiJson(report).slice(0, -1)},"programs":[`);
  const rows: Row[] = [];
  for (const program of programs) {
    const { log, ...fields } = program.report;
    host.out(`${rows.length === 0 ? '' : ','}${asciiJson(fields).slice(0, -1)},"log":"`);
    for (const piece of log.pieces) host.out(asciiJson(textOfBytes(piece)).slice(1, -1));
    host.out('"}');
    rows.push(rowOf(report.object, program));
  }
  host.out(']}\n');
  return { rows, isSkipped: report.open_error !== undefined };
}

/** Logs go to standard error, between libbpf's marks, so that the table can be piped on. */
function printLogs({ report, programs }: Reported, { logLevel }: ReportOptions, host: Host): FileRows {
  for (const message of report.libbpf ?? []) host.error(`${message}\n`);
  const rows: Row[] = [];
  for (const program of programs) {
    const { name, log, libbpf, verdict } = program.report;
    if (verdict === 'reject') for (const message of libbpf) host.error(`${message}\n`);
    if (log.length > 0 && (logLevel > 0 || verdict === 'reject')) {
      host.error(`prog '${name}': -- BEGIN PROG LOAD LOG --\n`);
      for (const piece of log.pieces) host.error(textOfBytes(piece));
      host.error('-- END PROG LOAD LOG --\n');
    }
    rows.push(rowOf(report.object, program));
  }
  return { rows, isSkipped: report.open_error !== undefined };
}

const rowOf = (file: string, { report, stats }: ReportedProgram): Row => ({
  file,
  program: report.name,
  verdict: report.verdict === 'accept' ? 'success' : 'failure',
  insns: String(stats?.insnProcessed ?? 0),
  states: String(stats?.totalStates ?? 0),
  size: String(report.insn_cnt),
});
