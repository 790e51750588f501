import type { Plugin } from 'vite';

const MONACO = /\/monaco-editor\/esm\/vs\/(.*\.js)$/;

/** A class that Monaco names but our editor never makes one of; asked for the one of an editor, there is none. */
const absent = (...names: readonly string[]) =>
  names.map((name) => `export class ${name} { static get() { return null; } }`).join('\n');

/**
 * Parts of Monaco that belong to features we do not register, but which what we do register imports. They are a quarter
 * of what a browser has to fetch and parse before there is an editor.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  'base/browser/ui/selectBox/selectBoxCustom.js': absent('SelectBoxList'),
  'editor/browser/gpu/viewGpuContext.js': absent('ViewGpuContext'),
  'editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js': absent('ViewLinesGpu'),
  'editor/browser/widget/diffEditor/diffEditorWidget.js': absent('DiffEditorWidget'),
  'editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js': absent('MultiDiffEditorWidget'),
  'editor/common/model/tokens/treeSitter/treeSitterSyntaxTokenBackend.js': absent('TreeSitterSyntaxTokenBackend'),
  // Only for browsers in which no worker can be started; there is no machine in those either.
  'editor/common/services/editorWebWorker.js': absent('EditorWorker'),
  'editor/contrib/codeAction/browser/codeActionController.js': absent('CodeActionController'),
  'editor/contrib/colorPicker/browser/hoverColorPicker/hoverColorPickerParticipant.js': absent(
    'ColorHover',
    'HoverColorPickerParticipant',
  ),
  'editor/contrib/dropOrPasteInto/browser/copyPasteController.js': absent('CopyPasteController'),
  'editor/contrib/gotoSymbol/browser/link/goToDefinitionAtPosition.js': absent(
    'GotoDefinitionAtPositionEditorContribution',
  ),
  'editor/contrib/inlayHints/browser/inlayHintsHover.js': absent('InlayHintsHover'),
  'editor/contrib/inlineCompletions/browser/hintsWidget/inlineCompletionsHintsWidget.js': absent(
    'InlineSuggestionHintsContentWidget',
  ),
  'editor/standalone/browser/quickInput/standaloneQuickInputService.js': absent('StandaloneQuickInputService'),
  'platform/list/browser/listService.js': `
    import { createDecorator } from '../../instantiation/common/instantiation.js';
    export const IListService = createDecorator('listService');
    ${absent('ListService')}`,
  // The view makes one even if it is not to be seen.
  'editor/browser/viewParts/minimap/minimap.js': `
    import { createFastDomNode } from '../../../../base/browser/fastDomNode.js';
    import { ViewPart } from '../../view/viewPart.js';
    export class Minimap extends ViewPart {
      node = createFastDomNode(document.createElement('div'));
      getDomNode() { return this.node; }
      prepareRender() {}
      render() {}
    }`,
};

/** Builds Monaco without the parts above; fails if one of them is not met, as another version of Monaco may name them otherwise. */
export function leanMonaco(): Plugin {
  const missing = new Set(Object.keys(STAND_INS));
  return {
    name: 'lean-monaco',
    apply: 'build',
    load: {
      filter: { id: MONACO },
      handler(id) {
        const path = MONACO.exec(id)?.[1] ?? '';
        missing.delete(path);
        return STAND_INS[path];
      },
    },
    generateBundle() {
      if (missing.size > 0) this.error(`Monaco has no ${[...missing].join(', ')}`);
    },
  };
}
