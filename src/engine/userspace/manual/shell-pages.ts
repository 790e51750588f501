import { DONE, debian, FILES, FILTER_DIFFERENCE, LINES, type ManualPage, PROCESSES } from './references.ts';

/** The pages about processes, files and text: what every shell has. */
export const SHELL_PAGES: Readonly<Record<string, ManualPage>> = {
  ps: {
    description: [
      'Lists processes: their parents, CPUs, open descriptors and state. The loader is the process that opened the programs of the scenario.',
    ],
    differences: ['There are no options.'],
    exit: [DONE],
    seeAlso: ['kill(1)', 'jobs(1)', PROCESSES, debian('ps')],
  },
  kill: {
    synopsis: ['kill [-SIGNAL] { PID | %JOB }…'],
    description: [
      'Ends processes: what they hold is closed. Signals are HUP, INT, KILL and TERM, by name or number; 0 only asks whether the process is there.',
    ],
    differences: [
      'Processes 1 and 1000 (the loader) belong to somebody else. A system call that has begun goes on to its end first.',
    ],
    exit: [DONE, ['1', 'there is no such process or job']],
    examples: ['kill %1', 'kill -9 1003'],
    seeAlso: ['ps(1)', 'jobs(1)', PROCESSES, debian('kill')],
  },
  jobs: {
    description: ['Lists the commands of this shell that were begun with & and still run.'],
    exit: [DONE],
    seeAlso: ['wait(1)', 'kill(1)', LINES, debian('bash')],
  },
  wait: {
    description: ['Waits for one command that was begun with &, or for all of this shell.'],
    exit: [DONE, ['1', 'there is no such job']],
    examples: ['wait $!'],
    seeAlso: ['jobs(1)', LINES, debian('bash')],
  },
  taskset: {
    synopsis: ['taskset [-c] { MASK | LIST } COMMAND…', 'taskset -p PID', 'taskset [-c] -p { MASK | LIST } PID'],
    description: [
      'Runs a command on a CPU, or moves a process to another one: what it begins from then on runs there. Without -c CPUs are bits of a mask.',
    ],
    differences: [
      'A process runs on exactly one CPU: of several, on the first. A line runs on the CPU of its `[shell@cpu]`, wherever its shell was moved to.',
    ],
    exit: [DONE, ['1', 'the words are wrong, or there is no such CPU or process'], ['N', 'of the command']],
    examples: ['taskset -c 1 bpftool prog run name arm', 'taskset -cp 1 1003', 'taskset -p $$'],
    seeAlso: ['ps(1)', PROCESSES, debian('taskset')],
  },
  exit: {
    description: ['Ends the shell; what it had open is closed. Its next line begins a new shell.'],
    exit: [['N', 'the number that was given, else 0']],
    seeAlso: ['ps(1)', PROCESSES, debian('bash')],
  },
  ls: {
    description: [
      'Lists folders: `.` (the files of the scenario and what commands have written), /tmp, /sys/fs/bpf (pins). Without a path the first and the last of them.',
    ],
    options: [['-l', 'with modes and sizes; files of the scenario are read-only']],
    differences: ['One name a line, always. -a, -t, -r and the like change nothing; there is no -R.'],
    exit: [DONE, ['2', 'there is no such file or folder']],
    seeAlso: ['cat(1)', 'rm(1)', FILES, debian('ls')],
  },
  rm: {
    description: [
      'Removes pins, and files that commands have written. When the last pin and descriptor of a map are gone, its timers are cancelled.',
    ],
    options: [['-f', 'say nothing about what is not there']],
    differences: ['Folders are removed with rmdir, one after the other. Files of the scenario stay.'],
    exit: [DONE, ['1', 'something could not be removed']],
    seeAlso: ['ls(1)', 'close(1)', FILES, debian('rm')],
  },
  mkdir: {
    description: ['Makes a folder for pins.'],
    differences: ['Only below /sys/fs/bpf; -p makes no parents.'],
    exit: [DONE, ['1', 'it cannot be made']],
    seeAlso: ['rmdir(1)', 'ls(1)', FILES, debian('mkdir')],
  },
  rmdir: {
    description: ['Removes an empty folder of the BPF file system.'],
    exit: [DONE, ['1', 'it is not empty, or not there']],
    seeAlso: ['mkdir(1)', 'rm(1)', FILES, debian('rmdir')],
  },
  cat: {
    description: [
      'Prints files, or what is piped in. Of /sys/kernel/tracing/trace_pipe (also below /sys/kernel/debug) it prints the lines that programs wrote with bpf_trace_printk since the last reader.',
    ],
    differences: [
      'Reading trace_pipe ends with the last line that is there, instead of waiting for more. Pins cannot be read.',
    ],
    exit: [DONE, ['1', 'a file cannot be read']],
    seeAlso: ['bpftool(8)', 'head(1)', FILES, debian('cat')],
  },
  head: {
    description: ['Prints the first lines of files, or of what is piped in: 10, or as many as -n says.'],
    differences: [FILTER_DIFFERENCE],
    exit: [DONE, ['1', 'a file cannot be read, or the words are wrong']],
    examples: ['bpftool prog dump xlated id 1 | head -5'],
    seeAlso: ['tail(1)', LINES, debian('head')],
  },
  tail: {
    description: ['Prints the last lines of files, or of what is piped in; -n +N prints from line N on.'],
    differences: [FILTER_DIFFERENCE],
    exit: [DONE, ['1', 'a file cannot be read, or the words are wrong']],
    seeAlso: ['head(1)', LINES, debian('tail')],
  },
  grep: {
    description: ['Prints the lines that match a basic regular expression; -E reads an extended one, -F plain text.'],
    options: [
      ['-i, -w, -x', 'any case; whole words; whole lines'],
      ['-v, -c, -l, -q', 'lines that do not match; only their number; only names of files; nothing'],
      ['-n, -H, -o', 'with line numbers; with names of files; only what matches'],
      ['-A N, -B N, -C N', 'with N lines after, before, around'],
    ],
    differences: ['Only the options above are known.'],
    exit: [
      ['0', 'a line matches'],
      ['1', 'none does'],
      ['2', 'a file cannot be read, or the pattern is wrong'],
    ],
    examples: ['bpftool prog show | grep -A1 xdp'],
    seeAlso: ['head(1)', LINES, debian('grep')],
  },
  wc: {
    description: ['Counts lines, words and bytes of files, or of what is piped in.'],
    differences: [FILTER_DIFFERENCE],
    exit: [DONE, ['1', 'a file cannot be read']],
    seeAlso: ['grep(1)', LINES, debian('wc')],
  },
  sort: {
    description: ['Sorts lines: -n by their numbers, -r downwards, -u without repetitions.'],
    differences: [FILTER_DIFFERENCE],
    exit: [DONE, ['2', 'the words are wrong']],
    seeAlso: ['uniq(1)', LINES, debian('sort')],
  },
  uniq: {
    description: ['Leaves out lines that are equal to the one before; -c counts them.'],
    differences: [FILTER_DIFFERENCE],
    exit: [DONE, ['1', 'the words are wrong']],
    seeAlso: ['sort(1)', LINES, debian('uniq')],
  },
  tee: {
    description: ['Prints what is piped in, and writes it to files; -a appends.'],
    exit: [DONE, ['1', 'a file cannot be written']],
    seeAlso: ['cat(1)', FILES, debian('tee')],
  },
  xxd: {
    description: ['Prints bytes as hex, 16 a line.'],
    differences: ['There are no options.'],
    exit: [DONE, ['1', 'a file cannot be read']],
    seeAlso: ['cat(1)', FILES, debian('xxd')],
  },
};
