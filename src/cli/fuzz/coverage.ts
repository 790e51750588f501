/** What the logs of a run have shown so far: messages, and their shapes, which steer what is made next. */
import { type MessageSite, messageSites } from './message-sites.ts';

/** What a log shows that none before it has shown. */
export interface News {
  readonly sites: readonly MessageSite[];
  /** Messages that differ from all others in more than numbers. */
  readonly shapes: number;
}

export class SiteCoverage {
  readonly sites: readonly MessageSite[];
  private missing: readonly MessageSite[];
  private readonly shapes = new Set<string>();

  constructor(sites: readonly MessageSite[] = messageSites()) {
    this.sites = sites;
    this.missing = sites;
  }

  note(log: string): News {
    const reached: MessageSite[] = [];
    let shapes = 0;
    for (const message of messagesOf(log)) {
      const shape = shapeOf(message);
      if (this.shapes.has(shape)) continue;
      this.shapes.add(shape);
      shapes++;
      reached.push(...this.reach(message));
    }
    return { sites: reached, shapes };
  }

  private reach(message: string): readonly MessageSite[] {
    const reached = this.missing.filter(({ anchor, pattern }) => message.includes(anchor) && pattern.test(message));
    if (reached.length > 0) this.missing = this.missing.filter((site) => !reached.includes(site));
    return reached;
  }

  get unreached(): readonly MessageSite[] {
    return this.missing;
  }
}

/** Numbers are left out, and what follows the place where a path begins or a register is traced back from. */
const shapeOf = (message: string): string => message.replace(/0x[0-9a-f]+|-?\d+/g, 'N');

/** Where paths come from, `from 3 to 5: R0=1`, and where registers are traced back from, `… before 7: (bf) r6 = r0`. */
const BEFORE_STATE = /^(from \d+ to \d+[^:]*: )(?:R\d|frame).*|( before \d+: ).*/;

/** An instruction, `7: (b7) r0 = 0`, or what registers hold at it; source lines, tables and states begin otherwise. */
const isState = (line: string): boolean => /^(?:\d+: (?!safe)|[ ;]|caller:|callee:|processed )/.test(line);

/** The lines of a log that are more than instructions and states. Hot: every log of a run comes here. */
function* messagesOf(log: string): Generator<string> {
  for (const line of log.split('\n')) if (line !== '' && !isState(line)) yield line.replace(BEFORE_STATE, '$1$2');
}
