const place = 'deskpath.single-keys';

/** Whether a single key such as `?` may act; kept in this browser, as whoever dictates text may have to switch it off. */
export function singleKeysAct(): boolean {
  return localStorage.getItem(place) !== 'off';
}

/** Switches single keys on or off for this browser. */
export function letSingleKeysAct(act: boolean): void {
  localStorage.setItem(place, act ? 'on' : 'off');
}
