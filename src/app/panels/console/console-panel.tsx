import { SquareTerminal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { readPalette } from '../../canvas/palette.ts';
import type { CommandEnd } from '../../state/session.ts';
import { shownMachine, store, useApp } from '../../state/store.ts';
import { theSession } from '../../state/workbench.ts';
import { Empty } from '../../widgets/empty.tsx';
import { historyOf, remember } from './history.ts';
import { FIRST_SHELL, lineFor, nextShell, ShellBar, type ShellTab, shellTabs } from './shells.tsx';
import type { ConsoleTerminal } from './terminal.ts';
import { type Remark, transcript } from './transcript.ts';
import './console.css';

/** A terminal on the machine: what commands and programs print, and a line to type the next command. */
export function ConsolePanel() {
  const isThere = useApp((state) => shownMachine(state) !== undefined);
  const isTypedInto = useRef(false);
  if (!isThere) return <Empty icon={SquareTerminal} title="No output yet" how="Commands and trace_pipe print here." />;
  return <Console isTypedInto={isTypedInto} />;
}

interface ConsoleProps {
  /** A line was typed: a terminal in the place of this one, for another machine, takes the focus over. */
  readonly isTypedInto: { current: boolean };
}

function Console({ isTypedInto }: ConsoleProps) {
  const container = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [remarks, setRemarks] = useState<readonly Remark[]>([]);
  const [columns, setColumns] = useState(80);
  const { tabs, active, setActive, openShell } = useShells();
  const leave = () => {
    isTypedInto.current = false;
    panel.current?.focus();
  };
  const submit = async (line: string) => {
    isTypedInto.current = true;
    remember(store.getState().activeId, line);
    const text = lineFor(active, line);
    const end = await theSession().command(text);
    if (end.is === 'cancelled') await theSession().command(lineFor(active, INTERRUPT));
    const remark = end.is === 'refused' ? remarkOn(end, active.name, text) : undefined;
    if (remark !== undefined) setRemarks((before) => [...before, remark]);
  };
  const cancel = () => interrupt(active);
  const terminal = useTerminal(container, { submit, leave, cancel, resized: setColumns });
  useEffect(() => {
    if (isTypedInto.current && document.activeElement === document.body) terminal?.focus();
  }, [terminal, isTypedInto]);
  useTranscript(terminal, remarks, columns, active.name);
  useTheme(terminal);
  useNewMachine(() => setRemarks([]));
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== panel.current) return;
    event.preventDefault();
    terminal?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the terminal for here, Enter goes back
    <div className="panel console" ref={panel} tabIndex={-1} onKeyDown={enter}>
      <ShellBar tabs={tabs} active={active.name} onChoose={setActive} onOpen={openShell} />
      {terminal === undefined && <p className="caption">The console is loading</p>}
      <div className="console-host" ref={container} />
    </div>
  );
}

interface Actions {
  readonly submit: (line: string) => Promise<void>;
  readonly leave: () => void;
  readonly cancel: () => void;
  readonly resized: (columns: number) => void;
}

/** Loads xterm and mounts it. */
function useTerminal(container: { readonly current: HTMLDivElement | null }, actions: Actions) {
  const [terminal, setTerminal] = useState<ConsoleTerminal>();
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    let isGone = false;
    let made: ConsoleTerminal | undefined;
    void import('./terminal.ts').then((module) => {
      if (isGone || container.current === null) return;
      made = new module.ConsoleTerminal(container.current, readPalette(), {
        submit: (line) => latest.current.submit(line),
        leave: () => latest.current.leave(),
        resized: (columns) => latest.current.resized(columns),
        cancel: () => latest.current.cancel(),
        history: () => historyOf(store.getState().activeId),
        complete: async (line, cursor) => (await theSession().query('complete', { line, cursor })) ?? [],
      });
      setTerminal(made);
    });
    return () => {
      isGone = true;
      made?.dispose();
    };
  }, [container]);
  return terminal;
}

/** The shells of the machine, and which of them is shown. */
function useShells() {
  const now = useApp(shownMachine)?.now;
  const [opened, setOpened] = useState<readonly ShellTab[]>([]);
  const [chosen, setActive] = useState(FIRST_SHELL);
  const tabs = shellTabs(now, opened);
  const active = tabs.find(({ name }) => name === chosen) ?? tabs[0];
  const openShell = () => {
    const tab = nextShell(tabs, now?.cpus.length ?? 1);
    setOpened((before) => [...before, tab]);
    setActive(tab.name);
  };
  return { tabs, active, setActive, openShell };
}

const INTERRUPT = '^C';

/** Ctrl-C: what the shell waits for ends; or else the machine that runs stands still. */
function interrupt(shell: ShellTab): void {
  const state = store.getState();
  const isBusy = shownMachine(state)?.now.busy.includes(shell.name) === true;
  if (state.running) theSession().runOrPause();
  else if (!theSession().cancelCommand() && isBusy) void theSession().command(lineFor(shell, INTERRUPT));
}

function useTranscript(
  terminal: ConsoleTerminal | undefined,
  remarks: readonly Remark[],
  columns: number,
  shell: string,
): void {
  const now = useApp(shownMachine)?.now;
  const document = useApp((state) => state.activeId);
  const key = `${document} ${shell}`;
  const entries = useMemo(
    () => (now === undefined ? [] : transcript(now, remarks, columns, shell)),
    [now, remarks, columns, shell],
  );
  const clock = now?.clock ?? '0';
  // A machine that stopped for good ends no command any more.
  const isBusy = now?.busy.includes(shell) === true && !('message' in now.stop);
  useEffect(() => terminal?.show({ key, entries, clock, isBusy }), [terminal, key, entries, clock, isBusy]);
}

function useTheme(terminal: ConsoleTerminal | undefined): void {
  const theme = useApp((state) => state.theme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is what the palette is read from
  useEffect(() => terminal?.setPalette(readPalette()), [terminal, theme]);
}

/** Calls when another machine is there: what was remarked about the last one is void. */
function useNewMachine(then: () => void): void {
  const id = useApp((state) => `${state.machine?.documentId} ${state.machine?.edit}`);
  const seen = useRef(id);
  useEffect(() => {
    if (seen.current !== id) then();
    seen.current = id;
  });
}

/** What the console has to say about a line that printed nothing, because it was refused. */
function remarkOn({ diagnostics }: Refused, shell: string, line: string): Remark | undefined {
  const now = shownMachine(store.getState())?.now;
  return now === undefined ? undefined : { shell, line, after: now.output.length, clock: now.clock, diagnostics };
}

type Refused = Extract<CommandEnd, { is: 'refused' }>;
