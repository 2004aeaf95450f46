const place = 'deskpath.single-keys';

/** Whether a single key such as `?` may act; kept in this browser, as whoever dictates text may have to switch it off. */
export function singleKeysAct(): boolean {
  return localStorage.getItem(place) !== 'off';
}

/** Switches single keys on or off for this browser. */
export function letSingleKeysAct(act: boolean): void {
  localStorage.setItem(place, act ? 'on' : 'off');
}

/** Whether what has the focus takes letters and figures itself, so that a single key is none of ours. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}
