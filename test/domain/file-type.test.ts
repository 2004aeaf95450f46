import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileTypeOf, nameOfType } from '#app/domain/file-type.ts';
import { smallPdf, smallPng } from '#seeds/demo/files.ts';
import { smallJpeg } from '#test/support/files.ts';

const pdf = smallPdf(['Hello']);
const png = smallPng([1, 2, 3]);
const jpeg = smallJpeg();
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('V5.2.2: what kind of file it is', () => {
  test('is told by the content', () => {
    expect([pdf, png, jpeg].map(fileTypeOf)).toEqual(['application/pdf', 'image/png', 'image/jpeg']);
  });

  test.each<[string, Uint8Array]>([
    ['nothing', bytes('')],
    ['a program', bytes('MZ\x90\0\x03\0\0\0')],
    ['a script', bytes('#!/bin/sh\nrm -rf /\n%PDF-1.4\n%%EOF')],
    ['a page', bytes('<!doctype html><script>alert(1)</script>%PDF-1.7 %%EOF')],
    ['a picture that can hold scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an archive', bytes('PK\x03\x04')],
    ['the first letters of a PDF', bytes('%PDF-1.7\n')],
    ['a PDF of no version', bytes('%PDF-x.y\n%%EOF')],
    ['a PDF that was cut off', pdf.subarray(0, pdf.length - 20)],
    ['a PDF with a lot behind its end', Buffer.concat([pdf, Buffer.alloc(4000)])],
    ['the signature of a PNG', png.subarray(0, 8)],
    ['a PNG that was cut off', png.subarray(0, png.length - 12)],
    ['a PNG without a picture', Buffer.concat([png.subarray(0, 33), png.subarray(-12)])],
    ['a PNG without a width', Buffer.concat([png.subarray(0, 16), Buffer.alloc(4), png.subarray(20)])],
    ['a PNG with a program in it', Buffer.concat([png.subarray(0, 8), bytes('MZ this program cannot be run in DOS mode')])],
    ['the first bytes of a JPEG', jpeg.subarray(0, 3)],
    ['a JPEG that was cut off', jpeg.subarray(0, 24)],
    ['a JPEG with a program in it', Buffer.concat([jpeg.subarray(0, 3), bytes('MZ this program cannot be run in DOS mode')])],
    ['a PNG that says it is a JPEG', Buffer.concat([jpeg.subarray(0, 2), png])],
  ])('%s is none of ours', (_, content) => {
    expect(fileTypeOf(content)).toBeNull();
  });

  test('never fails, whatever stands there, and is never guessed from chance', () => {
    const start = fc.constantFrom(bytes(''), bytes('%PDF-1.'), png.subarray(0, 33), jpeg.subarray(0, 4));
    fc.assert(fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      expect(fileTypeOf(Buffer.concat([head, rest]))).toBeNull();
    }));
    fc.assert(fc.property(fc.constantFrom(pdf, png, jpeg), fc.nat(400), fc.nat(255), (file, at, byte) => {
      const changed = Buffer.from(file);
      changed[at % file.length] = byte;
      expect([null, fileTypeOf(file)]).toContain(fileTypeOf(changed));
    }));
  });
});

test.each([
  ['scan.pdf', 'application/pdf', 'scan.pdf'], ['SCAN.PDF', 'application/pdf', 'SCAN.PDF'], ['scan', 'application/pdf', 'scan.pdf'], ['scan.exe', 'application/pdf', 'scan.exe.pdf'],
  ['photo.jpeg', 'image/jpeg', 'photo.jpeg'], ['photo.JPG', 'image/jpeg', 'photo.JPG'], ['photo.png', 'image/jpeg', 'photo.png.jpg'], ['png', 'image/png', 'png.png'],
] as const)('V5.2.2: the name %s of a %s becomes %s', (name, type, expected) => {
  expect(nameOfType(name, type)).toBe(expected);
});
