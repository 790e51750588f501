import { keep, kept } from './state/kept.ts';
import type { Theme } from './state/store.ts';

const CHOSEN = 'rearm.theme';
const THEMES: readonly Theme[] = ['light', 'dark', 'contrast'];

/** The theme to start with: the chosen one, or else what the system prefers. */
export function initialTheme(): Theme {
  return chosenTheme() ?? preferredTheme();
}

/** Follows the system until a theme is chosen; returns the way to stop. */
export function followSystemTheme(onChange: (theme: Theme) => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
  const follow = () => {
    if (chosenTheme() === undefined) onChange(preferredTheme());
  };
  for (const query of queries) query.addEventListener('change', follow);
  return () => {
    for (const query of queries) query.removeEventListener('change', follow);
  };
}

/** Remembers a choice. */
export function chooseTheme(theme: Theme): void {
  keep(CHOSEN, theme);
}

/** The next of light, dark, contrast. */
export const nextTheme = (theme: Theme): Theme => THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];

/** Puts the theme where the style sheets look for it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

function chosenTheme(): Theme | undefined {
  const chosen = kept(CHOSEN);
  return THEMES.find((theme) => theme === chosen);
}

function preferredTheme(): Theme {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
