import { DEFAULT_MACHINE } from '../../engine/scenario/default-machine.ts';
import { EXAMPLE_NAMES, PRESET_NAMES, readExample } from '../../examples/example.ts';
import type { Document } from './documents.ts';

const TEXTS = import.meta.glob<string>(['../../examples/*.s', '../../examples/presets/*.s'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The documents that come with the page. Their ids are fixed: a changed one is kept as a draft of the same id. */
export function examples(): readonly Document[] {
  return [...EXAMPLE_NAMES.map((name) => exampleDocument(`${name}.s`)), ...PRESET_NAMES.flatMap(presetDocuments)];
}

/** One for each kernel between which the preset makes a difference. */
function presetDocuments(name: string): readonly Document[] {
  const { kernels } = readExample(TEXTS[`../../examples/presets/${name}.s`]);
  return kernels.map((kernel) => {
    const document = exampleDocument(`${name}.s`, 'presets/');
    const machine = { ...DEFAULT_MACHINE, kernel };
    return { ...document, id: `${document.id}-${kernel}`, title: `${document.title}, kernel ${kernel}`, machine };
  });
}

function exampleDocument(file: string, folder = ''): Document {
  const text = TEXTS[`../../examples/${folder}${file}`];
  const { title, script } = readExample(text);
  return {
    id: `example-${file}`,
    title,
    programs: [{ is: 'text', name: file, text }],
    script: script.map((line) => `${line}\n`).join(''),
    machine: DEFAULT_MACHINE,
    grain: 'insn',
    origin: 'example',
    edit: 1,
  };
}
