/** A file to be saved by whoever asks for it, and never shown inside of a page of ours. */
interface Download {
  /** As people may read it; clean (`domain/file-name`) or our own. */
  name: string;
  mediaType: string;
  content: Uint8Array | string;
}

/**
 * Answers with a file: as an attachment under its name, of exactly this kind (`nosniff` stands on every answer), and with a policy under
 * which a browser that shows it all the same runs nothing in it.
 */
export function download({ name, mediaType, content }: Download): Response {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.length),
      'Content-Disposition': disposition(name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** RFC 6266: the name in full, and one in plain letters for what does not understand that. */
export function disposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w .()-]/g, '').replace(/\s+/g, ' ').trim() || 'file';
  const full = encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
