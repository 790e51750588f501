import type { Memory } from '../memory/memory.ts';
import * as layouts from './layouts.ts';

/** Cursors of the structs behind maps: each is one reused view, to be used in the statement that placed it. */
export class MapViews {
  readonly array: ReturnType<typeof layouts.BpfArray.cursor>;
  readonly bucket: ReturnType<typeof layouts.Bucket.cursor>;
  readonly node: ReturnType<typeof layouts.ListNode.cursor>;
  readonly element: ReturnType<typeof layouts.HtabElem.cursor>;
  readonly lruList: ReturnType<typeof layouts.LruList.cursor>;
  readonly lruLocal: ReturnType<typeof layouts.LruLocalList.cursor>;
  readonly freeList: ReturnType<typeof layouts.FreeList.cursor>;
  readonly htab: ReturnType<typeof layouts.BpfHtab.cursor>;
  readonly queue: ReturnType<typeof layouts.BpfQueueStack.cursor>;
  readonly ringbuf: ReturnType<typeof layouts.BpfRingbuf.cursor>;
  readonly trie: ReturnType<typeof layouts.LpmTrie.cursor>;
  readonly trieNode: ReturnType<typeof layouts.LpmNode.cursor>;

  constructor(memory: Memory) {
    this.array = layouts.BpfArray.cursor(memory);
    this.bucket = layouts.Bucket.cursor(memory);
    this.node = layouts.ListNode.cursor(memory);
    this.element = layouts.HtabElem.cursor(memory);
    this.lruList = layouts.LruList.cursor(memory);
    this.lruLocal = layouts.LruLocalList.cursor(memory);
    this.freeList = layouts.FreeList.cursor(memory);
    this.htab = layouts.BpfHtab.cursor(memory);
    this.queue = layouts.BpfQueueStack.cursor(memory);
    this.ringbuf = layouts.BpfRingbuf.cursor(memory);
    this.trie = layouts.LpmTrie.cursor(memory);
    this.trieNode = layouts.LpmNode.cursor(memory);
  }
}
