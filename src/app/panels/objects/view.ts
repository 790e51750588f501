import { create } from 'zustand';

/** The list instead of the drawing. */
export const useObjectsView = create<{ readonly asList: boolean }>(() => ({ asList: false }));
