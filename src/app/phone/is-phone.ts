import { useSyncExternalStore } from 'react';

/** Where one panel has room, and a second one has none. */
const PHONE = matchMedia('(width < 700px)');

/** True on a window as narrow as a phone. */
export const isPhone = (): boolean => PHONE.matches;

export const useIsPhone = (): boolean =>
  useSyncExternalStore((changed) => {
    PHONE.addEventListener('change', changed);
    return () => PHONE.removeEventListener('change', changed);
  }, isPhone);
