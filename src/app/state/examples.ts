import { DEFAULT_MACHINE } from '../../engine/scenario/default-machine.ts';
import { EXAMPLE_NAMES, readExample } from '../../examples/example.ts';
import type { Document } from './documents.ts';

const TEXTS = import.meta.glob<string>('../../examples/*.s', { query: '?raw', import: 'default', eager: true });

/** The documents that come with the page. Their ids are fixed: a changed one is kept as a draft of the same id. */
export function examples(): readonly Document[] {
  return EXAMPLE_NAMES.map((name) => exampleDocument(`${name}.s`));
}

function exampleDocument(file: string): Document {
  const text = TEXTS[`../../examples/${file}`];
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
