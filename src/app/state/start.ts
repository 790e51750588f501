/** The order of the start: the editor comes first, and what else there is to see once it can be used. */

let stands: () => void = () => undefined;

/** Resolves when the editor can be used, or when it is clear that there is none to wait for. */
export const whenEditorStands: Promise<void> = new Promise((resolve) => {
  stands = resolve;
});

/** To be called when the editor can be used, cannot be loaded, or is not to be seen. */
export const editorStands = (): void => stands();
