import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Document } from './documents.ts';

/** What was typed, kept in the browser: one row per document, the newest first when read. */
interface DraftSchema extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { changed: number } };
}

interface Draft {
  readonly id: string;
  readonly changed: number;
  readonly document: Document;
}

/** More drafts than this are not kept; the oldest go first. */
const MAX_DRAFTS = 50;

export interface Drafts {
  all(): Promise<readonly Document[]>;
  keep(document: Document): Promise<void>;
}

/** Opens the store of drafts. Where the browser has none (private windows), drafts live as long as the page. */
export async function openDrafts(): Promise<Drafts> {
  try {
    return new BrowserDrafts(await openDatabase());
  } catch (error) {
    console.warn('drafts are not kept: this browser has no IndexedDB', error);
    return { all: async () => [], keep: async () => undefined };
  }
}

const openDatabase = () =>
  openDB<DraftSchema>('rearm', 1, {
    upgrade: (database) => {
      database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('changed', 'changed');
    },
  });

/** Tabs tell each other here which drafts they have written. */
const CHANNEL = 'rearm.drafts';

class BrowserDrafts implements Drafts {
  private readonly database: IDBPDatabase<DraftSchema>;
  private readonly others = new BroadcastChannel(CHANNEL);
  /** Under which names this tab keeps its documents, where another tab has taken theirs. */
  private readonly names = new Map<string, string>();

  constructor(database: IDBPDatabase<DraftSchema>) {
    this.database = database;
    this.others.onmessage = ({ data }: MessageEvent<unknown>) => this.leave(data);
  }

  async all(): Promise<readonly Document[]> {
    const drafts = await this.database.getAllFromIndex('drafts', 'changed');
    return drafts.reverse().map((draft) => draft.document);
  }

  async keep(document: Document): Promise<void> {
    const id = this.names.get(document.id) ?? document.id;
    await this.database.put('drafts', { id, changed: Date.now(), document: { ...document, id } });
    this.others.postMessage(id);
    const keys = await this.database.getAllKeysFromIndex('drafts', 'changed');
    await Promise.all(keys.slice(0, -MAX_DRAFTS).map((key) => this.database.delete('drafts', key)));
  }

  /** Another tab has written a draft: what this tab has of it is kept beside it from now on, not over it. */
  private leave(id: unknown): void {
    if (typeof id !== 'string') return;
    const [mine = id] = [...this.names].find(([, name]) => name === id) ?? [];
    const isLeftAlready = (this.names.get(mine) ?? id) !== id;
    if (!isLeftAlready) this.names.set(mine, `${mine}-${crypto.randomUUID()}`);
  }
}
