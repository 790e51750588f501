/** The order of the start: the editor comes first, and what else there is to see once it can be used. */

let stands: () => void = () => undefined;

/** Resolves when the editor can be used, or when it is clear that there is none to wait for. */
export const whenEditorStands: Promise<void> = new Promise((resolve) => {
  stands = resolve;
});

/** Resolves when the editor can be used and the page has time for what is behind the rest. */
export const whenIdle: Promise<void> = whenEditorStands.then(
  () => new Promise((resolve) => requestIdleCallback(() => resolve())),
);

/** To be called when the editor can be used, cannot be loaded, or is not to be seen. */
export const editorStands = (): void => stands();
