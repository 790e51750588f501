/** Changing a BTF blob in place, as libbpf does with what the compiler could not know: words, and types at the end. */
import { viewOf } from '../../lib/bytes.ts';
import type { Btf } from './btf.ts';
import { StringTable } from './build.ts';
import { BTF_HEADER_SIZE, BTF_KINDS } from './types.ts';

/** Ids and offsets of existing types stay as they are. */
export class BtfEditor {
  readonly #btf: Btf;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #added: number[] = [];
  readonly #strings: StringTable;
  #nextId: number;

  constructor(btf: Btf) {
    this.#btf = btf;
    this.#bytes = new Uint8Array(btf.bytes);
    this.#view = viewOf(this.#bytes);
    this.#nextId = btf.typeCount;
    this.#strings = new StringTable();
  }

  /** Word `index` of a type: 0 = name_off, 1 = info, 2 = size or type, 3… = what follows. */
  word(id: number, index: number): number {
    return this.#view.getUint32(this.#btf.typeOffset(id) + 4 * index, true);
  }

  setWord(id: number, index: number, value: number): void {
    this.#view.setUint32(this.#btf.typeOffset(id) + 4 * index, value, true);
  }

  /** Offset of a new string, behind those that are there. */
  string(text: string): number {
    return this.#btf.stringsSize + this.#strings.add(text) - 1;
  }

  /** Adds a variable; answers with its id. */
  addVariable(name: string, type: number, linkage: number): number {
    this.#added.push(this.string(name), BTF_KINDS.indexOf('var') << 24, type, linkage);
    return this.#nextId++;
  }

  /** The blob with all changes: header, old and added types, old and added strings. */
  bytes(): Uint8Array {
    if (this.#added.length === 0) return this.#bytes;
    const [header, typesAt, typesSize, stringsAt, stringsSize] = [4, 8, 12, 16, 20].map((at) =>
      this.#view.getUint32(at, true),
    );
    const types = this.#bytes.subarray(header + typesAt, header + typesAt + typesSize);
    const strings = this.#bytes.subarray(header + stringsAt, header + stringsAt + stringsSize);
    const addedStrings = this.#strings.bytes().subarray(1);
    const newTypesSize = types.length + 4 * this.#added.length;
    const result = new Uint8Array(BTF_HEADER_SIZE + newTypesSize + strings.length + addedStrings.length);
    const view = viewOf(result);
    result.set(this.#bytes.subarray(0, 4), 0);
    [BTF_HEADER_SIZE, 0, newTypesSize, newTypesSize, strings.length + addedStrings.length].forEach((word, i) => {
      view.setUint32(4 + 4 * i, word, true);
    });
    result.set(types, BTF_HEADER_SIZE);
    this.#added.forEach((word, i) => {
      view.setUint32(BTF_HEADER_SIZE + types.length + 4 * i, word, true);
    });
    result.set(strings, BTF_HEADER_SIZE + newTypesSize);
    result.set(addedStrings, BTF_HEADER_SIZE + newTypesSize + strings.length);
    return result;
  }
}
