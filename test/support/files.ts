/** A JPEG of one grey point: start, a table, the frame, and the beginning of the picture. */
export function smallJpeg(): Buffer {
  const segments = ['ffd8', 'ffe000104a46494600010100000100010000', `ffdb004300${'01'.repeat(64)}`, 'ffc0000b080001000101011100', 'ffda0008010100003f00', 'd2ffd9'];
  return Buffer.from(segments.join(''), 'hex');
}

/** A PDF of exactly so many bytes, each of another number different from the others. */
export function pdfOfSize(bytes: number, number = 0): Buffer {
  const [start, end] = [Buffer.from(`%PDF-1.7\n%${number}\n`), Buffer.from('\n%%EOF\n')];
  return Buffer.concat([start, Buffer.alloc(bytes - start.length - end.length, 37), end]);
}
