import { DEFAULT_MACHINE } from '../../engine/scenario/default-machine.ts';
import { isCommand } from '../../engine/scenario/script-text.ts';
import { describeScript, EXAMPLE_NAMES, readExample, SCENARIO_NAMES, SELFTEST_NAMES } from '../../examples/example.ts';
import { type Document, fromScenario, type SourceFile } from './documents.ts';

const TEXTS = import.meta.glob<string>('../../examples/*.s', { query: '?raw', import: 'default', eager: true });
const SCENARIOS = import.meta.glob<string>(['../../examples/scenarios/*.rearm', '../../examples/selftests/*.rearm'], {
  query: '?raw',
  import: 'default',
});
const SOURCES = import.meta.glob<string>('../../examples/*.bpf.c', { query: '?raw', import: 'default' });

const textOf = (file: string): string => TEXTS[`../../examples/${file}`];
const idOf = (file: string): string => `example-${file}`;
const sourcePath = (name: string): string => `../../examples/${name}.bpf.c`;

/** The documents that come with the page. Their ids are fixed: a changed one is kept as a draft of the same id. */
export function examples(): readonly Document[] {
  return EXAMPLE_NAMES.map((name) => exampleDocument(`${name}.s`));
}

function exampleDocument(file: string): Document {
  const text = textOf(file);
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

/** A scenario that comes with the page; its texts and their reader are loaded with the gallery. */
async function scenarioOf(folder: string, name: string): Promise<ExampleCard> {
  const { parseScenarioText } = await import('../../engine/scenario/text.ts');
  const parsed = parseScenarioText(await SCENARIOS[`../../examples/${folder}/${name}.rearm`]());
  if (!parsed.ok) throw new Error(`bug: ${name}.rearm: ${parsed.error[0].message}`);
  const file = `${name}.rearm`;
  const document = fromScenario(parsed.value.scenario, idOf(file), 'example');
  const lines = parsed.value.scenario.script.map((each) => each.line);
  return {
    document,
    description: describeScript(lines),
    file,
    commands: counted(lines.filter(isCommand)),
    hasC: false,
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
  readonly document: Document;
  readonly description: string;
  readonly file: string;
  /** `5 commands` of its script. */
  readonly commands: string;
  readonly hasC: boolean;
}

export interface CardGroup {
  readonly title: string;
  readonly cards: readonly ExampleCard[];
}

/** Everything that comes with the page, in groups. */
export async function exampleGroups(): Promise<readonly CardGroup[]> {
  const [scenarios, selftests] = await Promise.all([
    Promise.all(SCENARIO_NAMES.map((name) => scenarioOf('scenarios', name))),
    Promise.all(SELFTEST_NAMES.map((name) => scenarioOf('selftests', name))),
  ]);
  return [
    { title: 'Programs', cards: examples().map(programCard) },
    { title: 'Scenarios', cards: scenarios },
    { title: 'Selftests of the timer patches, with assertions', cards: selftests },
  ];
}

function programCard(document: Document): ExampleCard {
  const [file] = document.programs;
  const { description, script } = readExample(file.is === 'text' ? file.text : '');
  const hasC = sourcePath(file.name.replace(/\.s$/, '')) in SOURCES;
  return { document, description, file: file.name, commands: counted(script), hasC };
}

const counted = ({ length }: readonly string[]): string => (length === 1 ? '1 command' : `${length} commands`);
