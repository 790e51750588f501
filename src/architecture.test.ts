import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The arrows of src/README.md, executable: which part may import which. A part may always import itself and `lib`.
 * The verifier and the kernel do not know each other; both know `abi` and `program`.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  'engine/isa': [],
  // The kernel's answers to BTF are error numbers; these tables of numbers know nothing of anybody.
  'engine/btf': ['engine/abi/errno', 'engine/abi/limits'],
  'engine/abi': ['engine/isa', 'engine/btf'],
  'engine/program': ['engine/isa', 'engine/btf', 'engine/abi'],
  'engine/asm': ['engine/program', 'engine/elf', 'engine/isa', 'engine/btf', 'engine/abi'],
  'engine/elf': ['engine/program', 'engine/isa', 'engine/btf', 'engine/abi'],
  'engine/loader': ['engine/program', 'engine/elf', 'engine/isa', 'engine/btf', 'engine/abi'],
  'engine/verifier': ['engine/program', 'engine/isa', 'engine/btf', 'engine/abi'],
  'engine/vm': ['engine/program', 'engine/isa', 'engine/btf', 'engine/abi'],
  'engine/kernel': ['engine/program', 'engine/vm', 'engine/isa', 'engine/btf', 'engine/abi'],
  'engine/userspace': ['engine/kernel', 'engine/loader', 'engine/program', 'engine/btf', 'engine/abi', 'engine/isa'],
  'engine/scenario': [
    'engine/userspace',
    'engine/kernel',
    'engine/loader',
    'engine/program',
    'engine/btf',
    'engine/abi',
    'engine/isa',
  ],
  'engine/why': [
    'engine/verifier',
    'engine/scenario/why-answer',
    'engine/program',
    'engine/isa',
    'engine/btf',
    'engine/abi',
  ],
  'engine/explorer': ['engine/scenario', 'engine/kernel', 'engine/abi'],
  // The front door opens on every room of the engine.
  engine: ['engine/*'],
  // Random programs are made from the tables of the contract.
  fuzz: ['engine/isa', 'engine/btf', 'engine/abi'],
  // Texts of large programs, made from seeds.
  large: [],
  worker: ['engine', 'engine/scenario', 'engine/program'],
  // The command line is a host of the engine like the worker; it also speaks the file formats.
  cli: ['engine', 'engine/*', 'worker', 'fuzz', 'large'],
  app: [
    'worker',
    // Types of what the worker sends, and the link codec, which the page needs before any worker runs.
    'engine/scenario',
    'engine/program',
    // The highlighter is made from the instruction table.
    'engine/isa',
    // The table of generations and switches, of which the dial is made.
    'engine/abi/generations',
    // Names that the editor completes.
    'engine/abi/helpers',
    'engine/abi/map-types',
    'engine/abi/sections',
    'engine/asm/names',
    // The record layout of the trace, which arrives as an Int32Array.
    'engine/kernel/trace/trace',
    'examples',
  ],
  examples: [],
  conformance: ['engine', 'engine/*', 'cli', 'fuzz'],
};

const source = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file) && file.includes('/'))
  .filter((file) => !file.startsWith('conformance/corpus'));

/** `engine/verifier/states/states.ts` → `engine/verifier`; files of `engine` itself → `engine`. */
function partOf(file: string): string {
  const [top, second, ...rest] = file.split('/');
  return top === 'engine' && rest.length > 0 ? `engine/${second}` : top;
}

const textOf = (file: string): string => readFileSync(join(source, file), 'utf8');

function importsOf(file: string): string[] {
  const specifiers = [...textOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"?]*)/g)].map(
    (match) => match[1],
  );
  return specifiers.map((specifier) => relative(source, resolve(source, dirname(file), specifier)));
}

function isAllowed(from: string, target: string): boolean {
  const to = partOf(target);
  if (to === from || to === 'lib') return true;
  return (ALLOWED[from] ?? []).some(
    (rule) => rule === to || (rule === 'engine/*' && to.startsWith('engine')) || target.startsWith(`${rule}.`),
  );
}

/** What imports the project's files, seen from `source`: the files themselves, tests, scripts, configurations. */
const importers = ['.', '../e2e', '../scripts', '..'].flatMap((folder) =>
  readdirSync(join(source, folder), { recursive: folder !== '..', encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
    .map((file) => join(folder, file)),
);

/** `file name` for each name that is imported, `file *` for a file that is imported as a whole. */
function importedNames(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of importers) {
    const add = (from: string, name: string): unknown =>
      found.add(`${relative(source, resolve(source, dirname(file), from))} ${name}`);
    const text = textOf(file);
    for (const [, names, from] of text.matchAll(/\b(?:import|export) [^;'"]*?\{([^}]*)\} from '(\.[^'?]*)/g))
      for (const name of names.split(',')) add(from, name.trim().replace(/^type | as .*/g, ''));
    for (const [, from] of text.matchAll(/(?:\* as \w+ from |\bimport\()'(\.[^'?]*)/g)) add(from, '*');
    // What a configuration builds is loaded by its name.
    for (const [, built] of text.matchAll(/'src\/([\w./-]+\.tsx?)'/g)) found.add(`${built} *`);
  }
  return found;
}

/**
 * The values that a file exports, as lists of names: those of constants on lines that follow each other are a table, which
 * is exported as a whole. Types are left out: they are exported for who reads a signature.
 */
function exportedValues(file: string): string[][] {
  const lists: string[][] = [];
  let isTable = false;
  for (const line of textOf(file).split('\n')) {
    const name = /^export (?:async )?(?:const|let|class|function\*?) (\w+)/.exec(line)?.[1];
    const isRow = name !== undefined && /^export const [A-Z_0-9]+\b.*;$/.test(line);
    if (isRow && isTable) lists.at(-1)?.push(name);
    else if (name !== undefined) lists.push([name]);
    isTable = isRow;
  }
  return lists;
}

describe('the architecture', () => {
  it('has a rule for every part', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !(part in ALLOWED))).toEqual([]);
  });

  it('has arrows in the allowed direction only', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !isAllowed(partOf(file), target))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('exports nothing that no other file imports', () => {
    const imported = importedNames();
    const unused = files
      .filter((file) => !imported.has(`${file} *`))
      .flatMap((file) =>
        exportedValues(file)
          .filter((names) => !names.some((name) => imported.has(`${file} ${name}`)))
          .map((names) => `${file}: ${names.join(' ')}`),
      );
    expect(unused).toEqual([]);
  });

  it.each(['README.md', '../README.md'])('%s names files and folders that are there', (document) => {
    const named = [...textOf(document).matchAll(/`((?:src|docs)\/[\w./-]+|[\w.-]+\/[\w./-]*(?:\/|\.ts))`/g)].map(
      (match) => match[1],
    );
    const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((path) => `/${path}`);
    const isThere = (name: string): boolean =>
      existsSync(join(source, '..', name)) || paths.some((path) => path.endsWith(`/${name.replace(/\/$/, '')}`));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !name.includes('NAME') && !isThere(name))).toEqual([]);
  });

  it('keeps host names out of the engine', () => {
    const HOST = /\b(?:Date\.now|new Date|Math\.random|setTimeout|setInterval|performance\.now|localStorage|process\.)/;
    const wrong = files
      .filter((file) => file.startsWith('engine/') || file.startsWith('lib/'))
      .filter((file) => HOST.test(textOf(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')));
    expect(wrong).toEqual([]);
  });
});
