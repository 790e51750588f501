import { DEFAULT_MACHINE } from '../../engine/scenario/default-machine.ts';
import type { DataFile, Scenario, View } from '../../engine/scenario/scenario.ts';
import { startWorker } from '../../worker/client.ts';
import { grouped } from '../format.ts';
import { applyTheme, chooseTheme, followSystemTheme, initialTheme, nextTheme } from '../theme.ts';
import { captureOf } from './captures.ts';
import {
  type Document,
  fromScenario,
  SCRIPT_TAB,
  scriptFor,
  withFiles,
  withLoaded,
  withMachine,
  withObjectBack,
  withText,
} from './documents.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { examples } from './examples.ts';
import { readFiles } from './files.ts';
import { programOfLine } from './places.ts';
import { Session } from './session.ts';
import { activeDocument, shownMachine, shownVerification, store, type Theme } from './store.ts';

/** What the user can do with documents, files and links. The machine's controls are in session.ts. */

let session: Session | undefined;
let drafts: Drafts | undefined;
let lastId = 0;

/** The session with the present worker. */
export function theSession(): Session {
  if (session === undefined) throw new Error('bug: the workbench was not started');
  return session;
}

/** Starts the worker, brings back drafts, and opens the link of the address or else what was worked on last. */
export async function startWorkbench(): Promise<void> {
  setTheme(initialTheme());
  followSystemTheme(setTheme);
  session = new Session(startWorker);
  reportFailures();
  drafts = await openDrafts();
  const kept = await drafts.all();
  const own = new Set(kept.map((document) => document.id));
  const documents = [...kept, ...examples().filter((document) => !own.has(document.id))];
  store.setState({ documents });
  if (!(await openFragment())) activate(documents[0].id);
  addEventListener('hashchange', () => openFragment());
}

/** What nobody catches is shown, with the rest of the page still usable. */
function reportFailures(): void {
  addEventListener('unhandledrejection', ({ reason }) => {
    const error: unknown = reason;
    // Monaco ends work that nobody waits for any more with this error.
    if (error instanceof Error && error.name === 'Canceled') return;
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    store.setState({ crash: { of: 'page', message, replay: '' } });
  });
}

/** A new worker in the place of one that crashed; the machine starts again from the document. */
export function restartWorker(): void {
  session?.dispose();
  store.setState({ crash: undefined, machine: undefined, verification: undefined, running: false });
  session = new Session(startWorker);
  session.verifyNow();
}

// ---- documents

/** Shows a document, verifies it and opens a machine for it. */
export function activate(id: string): void {
  const document = store.getState().documents.find((candidate) => candidate.id === id);
  if (document === undefined) return;
  store.setState({
    activeId: id,
    tab: document.programs[0].name,
    program: undefined,
    cursor: undefined,
    capture: undefined,
    reproduction: undefined,
    notice: undefined,
  });
  theSession().verifyNow();
}

/** Shows an example: as the user has left it, if it was open before. */
export function openExample(example: Document): void {
  if (!store.getState().documents.some((document) => document.id === example.id)) {
    store.setState((state) => ({ documents: [...state.documents, example] }));
  }
  activate(example.id);
  if (tellsInScript(example)) store.setState({ tab: SCRIPT_TAB });
}

/** A scenario's story is in its script; that of a program above its first line. */
const tellsInScript = ({ script }: Document): boolean => script.startsWith('#');

/** The user typed into a file of the active document. */
export function typeText(tab: string, text: string): void {
  const document = activeDocument(store.getState());
  if (document === undefined) return;
  const index = document.programs.findIndex((file) => file.name === tab);
  const typed = withText(document, tab, text);
  replaceDocument(typed);
  if (index >= 0) store.setState({ tab: typed.programs[index].name });
}

/** Puts an object file back in the place of the text that was made of it. */
export function restoreObject(tab: string): void {
  const document = activeDocument(store.getState());
  if (document === undefined) return;
  const index = document.programs.findIndex((file) => file.name === tab);
  const restored = withObjectBack(document, tab);
  replaceDocument(restored);
  store.setState({ tab: restored.programs[index].name });
}

/** Loads programs when the machine is opened, or does not; a script that only runs what is loaded follows. */
export function setLoaded(programs: readonly string[], isLoaded: boolean): void {
  const state = store.getState();
  const document = activeDocument(state);
  if (document === undefined) return;
  const changed = programs.reduce((before, name) => withLoaded(before, name, isLoaded), document);
  const accepted = (shownVerification(state)?.answers ?? []).flatMap((answer) =>
    answer.programs.flatMap((program) => (program.accepted ? [program.name] : [])),
  );
  const scriptOf = ({ skip = [] }: Document) => scriptFor(accepted.filter((name) => !skip.includes(name)));
  replaceDocument(document.script === scriptOf(document) ? { ...changed, script: scriptOf(changed) } : changed);
}

/** Another kernel, other CPUs or switches: everything is judged anew, and a new machine plays the script. */
export function changeMachine(change: Parameters<typeof withMachine>[1]): void {
  const state = store.getState();
  const document = activeDocument(state);
  if (document === undefined) return;
  const changed = withMachine(document, change);
  const isScopeThere = state.scope === 'machine' || state.scope < changed.machine.cpus;
  replaceDocument(changed);
  if (!isScopeThere) store.setState({ scope: 'machine' });
  theSession().machineChanged();
}

function replaceDocument(typed: Document): void {
  const changed = theSession().wasAsked(typed) ? { ...typed, edit: typed.edit + 1 } : typed;
  store.setState((state) => ({
    documents: state.documents.map((document) => (document.id === changed.id ? changed : document)),
    reproduction: undefined,
  }));
  keepDraft(changed);
  forgetLink();
  theSession().documentChanged();
}

/**
 * Opens files: programs and C as one new document, scenarios as one each; captures become files of the document that is
 * shown then. What cannot be read is named in a notice; what was there stays. True if packets came along.
 */
export async function addFiles(files: readonly File[]): Promise<boolean> {
  const { programs, sources, scenarios, captures, refused } = await readFiles(files);
  for (const scenario of scenarios) openScenario(scenario, {});
  if (programs.length > 0) {
    addDocument({
      id: newId(),
      title: programs[0].name,
      programs,
      ...(sources.length > 0 && { sources }),
      script: '',
      machine: DEFAULT_MACHINE,
      grain: 'insn',
      origin: 'own',
      edit: 1,
    });
  }
  for (const capture of captures) keepFile(capture);
  if (refused.length > 0) store.setState({ notice: { message: refused[0], details: refused.slice(1) } });
  return captures.length > 0;
}

/** Puts a file beside the programs of the active document, in the place of one of that name. */
function keepFile(file: DataFile): void {
  const document = activeDocument(store.getState());
  if (document === undefined) return;
  const others = (document.files ?? []).filter(({ name }) => name !== file.name);
  exchangeFiles(document, [...others, file]);
  const capture = captureOf(file);
  if (!capture.ok) return;
  store.setState({ capture: capture.value });
  say(`${file.name} is a file of the scenario now: tcpreplay -i lo ${file.name}`);
}

/** Takes a file away from the active document. */
export function removeFile(name: string): void {
  const document = activeDocument(store.getState());
  if (document === undefined) return;
  exchangeFiles(
    document,
    (document.files ?? []).filter((file) => file.name !== name),
  );
  store.setState({ capture: undefined });
}

/** Keeps what was typed in this browser, and says where that is not possible. */
function keepDraft(document: Document): void {
  drafts?.keep(document).catch(() => say('This browser has no room to keep the text: save it as a file, or share it'));
}

/** Other files beside the programs; the machine goes on, and has them from now on. */
function exchangeFiles(document: Document, files: readonly DataFile[]): void {
  const changed = withFiles(document, files);
  store.setState((state) => ({
    documents: state.documents.map((each) => (each.id === changed.id ? changed : each)),
  }));
  keepDraft(changed);
  forgetLink();
  theSession().filesChanged();
}

/** The address does not say any more what is shown. */
function forgetLink(): void {
  if (location.hash !== '') history.replaceState(undefined, '', location.pathname + location.search);
}

function addDocument(document: Document): void {
  store.setState((state) => ({ documents: [document, ...state.documents] }));
  activate(document.id);
  if (document.origin === 'own') keepDraft(document);
}

/** A copy of the example, for those who want to start over. */
export function newDocument(): void {
  const [example] = examples();
  addDocument({ ...example, id: newId(), title: 'Untitled', origin: 'own' });
}

const newId = () => `${Date.now().toString(36)}-${(lastId++).toString(36)}`;

// ---- links

/** The codec comes when a link is made or opened. */
const linkCodec = () => import('../../engine/scenario/link.ts');

/** Opens the link that the address holds, beside everything that is there. False if the address holds none. */
async function openFragment(): Promise<boolean> {
  if (location.hash.length < 2) return false;
  const link = (await linkCodec()).decodeLink(location.hash);
  if (!link.ok) {
    const [first, ...more] = link.error;
    if (store.getState().activeId === '') activate(store.getState().documents[0].id);
    store.setState({ notice: { message: first.message, details: more.map((diagnostic) => diagnostic.message) } });
    return true;
  }
  openScenario(link.value.scenario, link.value.view);
  return true;
}

/** Shows a shared scenario beside everything that is there, and plays it up to what it promises. */
function openScenario(scenario: Scenario, view: View): void {
  addDocument(fromScenario(scenario, newId(), 'link'));
  showView(view);
  theSession().reproduce(view);
}

function showView(view: View): void {
  const names = activeDocument(store.getState())?.programs.map((file) => file.name) ?? [];
  const { file, line } = view;
  if (file === undefined || ![...names, SCRIPT_TAB].includes(file)) return;
  store.setState({ tab: file, ...(line === undefined ? {} : { cursor: { file, line } }) });
}

/** Makes the link of what is shown, puts it into the address, and copies it. */
export async function share(): Promise<void> {
  const scenario = await theSession().scenarioToShare();
  if (scenario === undefined) return;
  const fragment = (await linkCodec()).encodeLink(scenario, presentView());
  const link = `${location.origin}${location.pathname}#${fragment}`;
  history.replaceState(undefined, '', `${location.search}#${fragment}`);
  const about = aboutLink(link, scenario);
  try {
    await navigator.clipboard.writeText(link);
    say(`Link copied, ${about}`);
  } catch {
    // Without permission to write to the clipboard the link can still be taken from the address.
    say(`The link is in the address bar, ${about}`);
  }
}

/** Chats and mail programs that cut links do so at about this length or above. */
const SAFE_LINK = 2_000;

/** How long a link is, what it promises, and what to do with one that is too long to send. */
function aboutLink(link: string, { expect }: Scenario): string {
  const size = `${grouped(link.length)}\u00a0characters`;
  if (link.length > SAFE_LINK) return `${size}; some chats cut that: the document menu saves it as a file`;
  return expect === undefined ? size : `${size}; it promises step ${expect.step} with ${expect.runHash.slice(0, 8)}`;
}

function presentView(): View {
  const state = store.getState();
  const at = shownMachine(state)?.now.step;
  return {
    ...(at === undefined ? {} : { at }),
    file: state.tab,
    ...(state.cursor?.file === state.tab ? { line: state.cursor.line } : {}),
  };
}

// ---- cursor and small things

/** Moves the cursor to a line; the program shown is one that the line belongs to. */
export function moveCursor(file: string, line: number): void {
  const state = store.getState();
  if (state.cursor?.file === file && state.cursor.line === line) return;
  const programs = shownVerification(state)?.answers.find((answer) => answer.file === file)?.programs ?? [];
  const program = programOfLine(programs, line, state.program);
  store.setState({ cursor: { file, line }, ...(program === undefined ? {} : { program: program.name }) });
}

/** Shows another program's verdict and log, and its first line. */
export function showProgram(name: string): void {
  const state = store.getState();
  const answer = shownVerification(state)?.answers.find((each) =>
    each.programs.some((program) => program.name === name),
  );
  const line = answer?.programs.find((program) => program.name === name)?.sourceLines[0] ?? 0;
  const place = answer === undefined || line <= 0 ? {} : { tab: answer.file, cursor: { file: answer.file, line } };
  store.setState({ program: name, ...place });
}

function setTheme(theme: Theme): void {
  applyTheme(theme);
  store.setState({ theme });
}

/** The next theme, as the user's choice from now on. */
export function switchTheme(): void {
  const theme = nextTheme(store.getState().theme);
  chooseTheme(theme);
  setTheme(theme);
}

export const say = (said: string): void => store.setState({ said });
