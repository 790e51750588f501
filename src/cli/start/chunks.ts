/**
 * The chunks of the built program, which are scripts in the form of CommonJS modules. Beside a chunk may lie its code
 * cache: what V8 made of it in an earlier process, so that nothing needs to be compiled again. A cache of another
 * version of V8, of other flags or of another processor is not taken, and the chunk compiled as ever.
 */
import type { Script } from 'node:vm';

// Modules of Node are asked for in this way, as `import` also loads all that they would load when it is used.
const fs = process.getBuiltinModule('node:fs');
const vm = process.getBuiltinModule('node:vm');

/** What a chunk exports. */
type Exports = Record<string, unknown>;

type ModuleFunction = (exports: Exports, require: (name: string) => unknown) => void;

/** Where the code cache of a chunk lies. */
export const cachePathOf = (chunkPath: string): string => `${chunkPath}.cache`;

export class Chunks {
  readonly #folder: string;
  readonly #exports = new Map<string, Exports>();
  /** The scripts of the chunks that were loaded, by path. */
  readonly scripts = new Map<string, Script>();

  /** The chunks in a folder, given with a slash at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What a chunk exports; runs it, and those that it needs, if it has not run before. */
  load(name: string): Exports {
    const loaded = this.#exports.get(name);
    if (loaded !== undefined) return loaded;
    const exports: Exports = {};
    this.#exports.set(name, exports);
    const run: ModuleFunction = this.#compile(this.#folder + name).runInThisContext();
    run(exports, (other) => (other.startsWith('./') ? this.load(other.slice(2)) : process.getBuiltinModule(other)));
    return exports;
  }

  #compile(path: string): Script {
    const source = `(function (exports, require) {${fs.readFileSync(path, 'latin1')}\n})`;
    const script = new vm.Script(source, { filename: path, cachedData: readCache(cachePathOf(path)) });
    this.scripts.set(path, script);
    return script;
  }
}

/** Undefined if there is no cache: it was never made, or could not be. */
const readCache = (path: string): Buffer | undefined => (fs.existsSync(path) ? fs.readFileSync(path) : undefined);
