const english = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' });
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** "Welsh" for cy. */
export function languageName(code: string): string {
  return english.of(code) ?? code;
}

let byName: Map<string, string> | undefined;

/** The ISO 639 code of a language by its English name, its own name or its code, "Welsh", "Cymraeg" or "cy-GB". Null when none is known. */
export function languageCode(text: string): string | null {
  const wanted = text.trim().toLowerCase();
  const code = /^([a-z]{2})([-_].*)?$/.exec(wanted)?.[1];
  if (code !== undefined && english.of(code) !== undefined) return code;
  byName ??= namesOfLanguages();
  return byName.get(wanted) ?? byName.get(wanted.split(/[\s(,/]/, 1)[0] ?? '') ?? null;
}

/** Every language of two letters by its name in English and in itself. */
function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = english.of(code);
      if (name === undefined || new Intl.Locale(code).toString() !== code) continue;
      const own = new Intl.DisplayNames([code], { type: 'language' }).of(code);
      for (const one of [name, own]) if (one !== undefined && !names.has(one.toLowerCase())) names.set(one.toLowerCase(), code);
    }
  }
  return names;
}
