import { DEFAULT_MACHINE } from '../../engine/scenario/default-machine.ts';
import { EXAMPLE_NAMES, PRESET_NAMES, readExample } from '../../examples/example.ts';
import type { Document, SourceFile } from './documents.ts';

const TEXTS = import.meta.glob<string>(['../../examples/*.s', '../../examples/presets/*.s'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const SOURCES = import.meta.glob<string>('../../examples/*.bpf.c', { query: '?raw', import: 'default' });

const textOf = (file: string, folder = ''): string => TEXTS[`../../examples/${folder}${file}`];
const idOf = (file: string): string => `example-${file}`;
const sourcePath = (name: string): string => `../../examples/${name}.bpf.c`;

/** The documents that come with the page. Their ids are fixed: a changed one is kept as a draft of the same id. */
export function examples(): readonly Document[] {
  return [...EXAMPLE_NAMES.map((name) => exampleDocument(`${name}.s`)), ...PRESET_NAMES.flatMap(presetDocuments)];
}

/** One for each kernel between which the preset makes a difference. */
function presetDocuments(name: string): readonly Document[] {
  const { kernels } = readExample(textOf(`${name}.s`, 'presets/'));
  return kernels.map((kernel) => {
    const document = exampleDocument(`${name}.s`, 'presets/');
    const machine = { ...DEFAULT_MACHINE, kernel };
    return { ...document, id: `${document.id}-${kernel}`, title: `${document.title}, kernel ${kernel}`, machine };
  });
}

function exampleDocument(file: string, folder = ''): Document {
  const text = textOf(file, folder);
  const { title, script } = readExample(text);
  return {
    id: idOf(file),
    title,
    programs: [{ is: 'text', name: file, text }],
    script: script.map((line) => `${line}\n`).join(''),
    machine: DEFAULT_MACHINE,
    grain: 'insn',
    origin: 'example',
    edit: 1,
  };
}

/** The same program in C, for the examples that have it. */
export async function exampleSource(documentId: string): Promise<SourceFile | undefined> {
  const name = EXAMPLE_NAMES.find((each) => idOf(`${each}.s`) === documentId);
  const load = name === undefined ? undefined : SOURCES[sourcePath(name)];
  return load === undefined ? undefined : { name: `${name}.bpf.c`, text: await load() };
}

/** What a reader wants to know of an example before opening it. */
export interface ExampleCard {
  /** Of its document. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly file: string;
  /** `5 commands` of its script. */
  readonly commands: string;
  readonly kernel: string;
  readonly hasC: boolean;
}

export function exampleCards(): readonly ExampleCard[] {
  return examples().map(({ id, title, programs: [file], machine }) => {
    const { description, script } = readExample(file.is === 'text' ? file.text : '');
    const commands = script.length === 1 ? '1 command' : `${script.length} commands`;
    const hasC = sourcePath(file.name.replace(/\.s$/, '')) in SOURCES;
    return { id, title, description, file: file.name, commands, kernel: machine.kernel, hasC };
  });
}
