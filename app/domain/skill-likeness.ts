interface NamedSkill {
  id: string;
  name: string;
  description: string;
}

/** Everyday words on tickets, and the catalogue's words for the same. */
const everyday: Readonly<Record<string, string>> = {
  printer: 'peripherals', scanner: 'peripherals', monitor: 'peripherals', keyboard: 'peripherals', mouse: 'peripherals', dock: 'peripherals', laptop: 'laptops', pc: 'desktops',
  outlook: 'messaging', email: 'messaging', mail: 'messaging', mailbox: 'messaging', wifi: 'wireless', wlan: 'wireless', password: 'passwords', login: 'passwords', mfa: 'passwords', lockout: 'passwords',
  vpn: 'firewalls', phone: 'telephony', headset: 'telephony', smartphone: 'mobile', tablet: 'mobile', windows: 'operating', excel: 'desktop-applications', office: 'packages', malware: 'security', phishing: 'security',
};

/** So many skills at most are suggested for a category. */
const most = 3;

/**
 * Tells the skills that a category of tickets is likely about: those whose name, or less so whose description, has words that begin alike.
 * The likeliest first; none when no word fits. A guess to choose from, never a mapping.
 */
export function skillGuesser(skills: readonly NamedSkill[]): (category: string) => string[] {
  const known = skills.map(({ id, name, description }) => ({ id, name: wordsOf(name), description: wordsOf(description) }));
  return (category) => {
    const wanted = wordsOf(category).flatMap((word) => [word, ...commonly(word)]);
    const weighed = known.map(({ id, name, description }) => ({ id, weight: wanted.reduce((sum, word) => sum + 3 * likeness(word, name) + likeness(word, description), 0) }));
    return weighed.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, most).map(({ id }) => id);
  };
}

/** Words of three letters and more; "Wi-Fi" and "e-mail" are one word each. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().replace(/\b(wi|e)-(?=fi|mail)/g, '$1').split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word.length > 2 || word === 'pc'))];
}

/** What the catalogue calls it. */
function commonly(word: string): string[] {
  const found = [word, word.replace(/s$/, '')].find((one) => Object.hasOwn(everyday, one));
  return found === undefined ? [] : [everyday[found]!];
}

/** 2 for the word itself, 1 for one with the same beginning: all of the shorter but its last letter, at least four letters. */
function likeness(word: string, others: readonly string[]): number {
  if (others.includes(word)) return 2;
  return others.some((other) => {
    const length = Math.max(4, Math.min(word.length, other.length) - 1);
    return word.length >= length && other.slice(0, length) === word.slice(0, length) && other.length >= length;
  }) ? 1 : 0;
}
