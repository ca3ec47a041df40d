import { crc32, deflateSync } from 'node:zlib';

/** Small true files made by hand, and files made to harm; all invented. */
export interface SampleUpload {
  what: string;
  name: string;
  type: string;
  bytes: Buffer;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

export const pngChunk = (type: string, data: Buffer, checksum?: number): Buffer => {
  const named = Buffer.concat([latin(type), data]);
  return Buffer.concat([uint32(data.length), named, uint32(checksum ?? crc32(named))]);
};
const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const header = (width: number, height: number): Buffer =>
  pngChunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])]));

/** A plain rectangle; `chunks` go between the header and the pixels. */
export function png(width = 4, height = 3, ...chunks: Buffer[]): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x8a)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    PNG_START,
    header(width, height),
    ...chunks,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const jpegSegment = (marker: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);

/** One grey pixel; `segments` go right after the start. */
export const jpeg = (...segments: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.concat([latin('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    ...segments,
    jpegSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    jpegSegment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    jpegSegment(0xc4, Buffer.concat([Buffer.from([0x00, 1]), Buffer.alloc(15), Buffer.from([0])])),
    jpegSegment(0xc4, Buffer.concat([Buffer.from([0x10, 1]), Buffer.alloc(15), Buffer.from([0])])),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0x00, 0x3f, 0xff, 0xd9]),
  ]);
export const jpegComment = (text: string): Buffer => jpegSegment(0xfe, latin(text));

/** A catalogue, one empty page, then what is given; the table of offsets is left to the reader's repair. */
export const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    latin('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    latin('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n'),
    ...objects.map((object) => (typeof object === 'string' ? latin(object) : object)),
    latin('\ntrailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n'),
  ]);
export const objectStream = (content: Buffer, more = '', opening = 'stream\n', type = '/Type /ObjStm '): Buffer =>
  Buffer.concat([
    latin(`7 0 obj\n<< ${type}/N 1 /First 4 /Filter /FlateDecode ${more}/Length 99 >>\n${opening}`),
    deflateSync(content),
    latin('\nendstream\nendobj\n'),
  ]);

const ZIP = Buffer.concat([latin('PK\x03\x04'), Buffer.alloc(200, 7), latin('PK\x05\x06'), Buffer.alloc(18)]);
const HTML = latin('<!doctype html><html><script>alert(document.cookie)</script></html>');
const SVG = latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const PDF = 'application/pdf';
const PNG = 'image/png';
const JPEG = 'image/jpeg';

const of = (what: string, name: string, type: string, bytes: Buffer): SampleUpload => ({ what, name, type, bytes });

/** Every one of them must be refused. */
export const HOSTILE_UPLOADS: readonly SampleUpload[] = [
  of('nothing at all', 'ecg.pdf', PDF, Buffer.alloc(0)),
  of('five bytes', 'ecg.png', PNG, PNG_START.subarray(0, 5)),
  of('one byte too many', 'ecg.pdf', PDF, Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024, 0x20)])),
  of('svg under its name', 'coeur.svg', 'image/svg+xml', SVG),
  of('svg named png', 'coeur.png', PNG, SVG),
  of('html named png', 'coeur.png', PNG, HTML),
  of('html named pdf', 'courrier.pdf', PDF, HTML),
  of('html said to be html', 'courrier.pdf', 'text/html', pdf()),
  of('program named pdf', 'courrier.pdf', PDF, Buffer.concat([latin('MZ\x90\x00'), Buffer.alloc(400)])),
  of('zip bomb named pdf', 'courrier.pdf', PDF, Buffer.concat([ZIP, deflateSync(Buffer.alloc(5_000_000))])),
  of('zip', 'dossier.zip', 'application/zip', ZIP),
  of('word processor', 'courrier.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ZIP),
  of('gif named png', 'coeur.png', PNG, latin('GIF89a\x01\x00\x01\x00/*')),
  of('heic', 'photo.heic', 'image/heic', latin('\0\0\0\x18ftypheic\0\0\0\0')),
  of('heic named jpeg', 'photo.jpg', JPEG, latin('\0\0\0\x18ftypheic\0\0\0\0')),
  of('xml', 'ecg.xml', 'application/xml', latin('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
  of('pdf named png', 'ecg.png', PNG, pdf()),
  of('png named jpeg', 'ecg.jpg', JPEG, png()),
  of('png declared pdf', 'ecg.png', PDF, png()),
  of('png declared nothing', 'ecg.png', '', png()),
  of('png cut short', 'ecg.png', PNG, png(40, 40).subarray(0, -20)),
  of('jpeg cut short', 'ecg.jpg', JPEG, jpeg().subarray(0, -3)),
  of('pdf cut short', 'ecg.pdf', PDF, pdf().subarray(0, -30)),
  of('png with a false checksum', 'ecg.png', PNG, png(4, 3, pngChunk('tEXt', latin('a\0b'), 1))),
  of('png without pixels', 'ecg.png', PNG, Buffer.concat([PNG_START, header(4, 3), pngChunk('IEND', Buffer.alloc(0))])),
  of('png of four thousand million pixels', 'ecg.png', PNG, bigPng()),
  of('png and zip', 'ecg.png', PNG, Buffer.concat([png(), ZIP])),
  of('png and html', 'ecg.png', PNG, Buffer.concat([png(), HTML])),
  of('png with a script in its remarks', 'ecg.png', PNG, png(4, 3, pngChunk('tEXt', latin('Comment\0<?php exit; ?>')))),
  of('pdf and zip', 'ecg.pdf', PDF, Buffer.concat([pdf(), ZIP])),
  of('html then pdf', 'ecg.pdf', PDF, Buffer.concat([HTML, pdf()])),
  of(
    'jpeg with a script in its remarks',
    'ecg.jpg',
    JPEG,
    jpeg(jpegComment('<SCRIPT src=//ailleurs.example></SCRIPT>')),
  ),
  of('jpeg and pdf at once', 'ecg.jpg', JPEG, jpeg(jpegComment('%PDF-1.4\n1 0 obj'))),
  of('jpeg without a frame', 'ecg.jpg', JPEG, Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0])),
  of('pdf with code', 'ecg.pdf', PDF, pdf('5 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n')),
  of('pdf with code under another spelling', 'ecg.pdf', PDF, pdf('5 0 obj\n<< /S /Java#53cript >>\nendobj\n')),
  of('pdf that launches', 'ecg.pdf', PDF, pdf('5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n')),
  of(
    'pdf with code in a packed stream opened by a remark before it',
    'ecg.pdf',
    PDF,
    pdf('% stream\n', objectStream(latin('5 0 << /S /JavaScript /JS 6 0 R >>'))),
  ),
  of(
    'pdf with code in a packed stream behind another one, within a text',
    'ecg.pdf',
    PDF,
    pdf('6 0 obj\n(<< /Type /ObjStm >> stream\n)\nendobj\n', objectStream(latin('5 0 << /S /JavaScript /JS 6 0 R >>'))),
  ),
  of(
    'pdf with code in a packed stream that opens with a bare return',
    'ecg.pdf',
    PDF,
    pdf(objectStream(latin('5 0 << /S /JavaScript /JS 6 0 R >>'), '', 'stream\r')),
  ),
  of(
    'pdf with code in a packed stream that does not say what it is',
    'ecg.pdf',
    PDF,
    pdf(objectStream(latin('5 0 << /S /JavaScript /JS 6 0 R >>'), '', 'stream\n', '')),
  ),
  of(
    'pdf with code in a packed stream',
    'ecg.pdf',
    PDF,
    pdf(objectStream(latin('5 0 << /S /JavaScript /JS 6 0 R >>'))),
  ),
  of('pdf with a bomb in a packed stream', 'ecg.pdf', PDF, pdf(objectStream(Buffer.alloc(20_000_000)))),
  of(
    'pdf with a disguised packed stream',
    'ecg.pdf',
    PDF,
    pdf(objectStream(latin('x'), '/DecodeParms << /Predictor 12 >> ')),
  ),
  of('pdf with a file inside', 'ecg.pdf', PDF, pdf('5 0 obj\n<< /Type /EmbeddedFile /Length 0 >>\nendobj\n')),
  of('pdf with a form that runs', 'ecg.pdf', PDF, pdf('5 0 obj\n<< /XFA 6 0 R >>\nendobj\n')),
  of('pdf under lock', 'ecg.pdf', PDF, pdf('5 0 obj\n<< /Encrypt 6 0 R >>\nendobj\n')),
  of('path upwards', '../../etc/passwd.pdf', PDF, pdf()),
  of('path upwards, the other slash', '..\\..\\boot.pdf', PDF, pdf()),
  of('absolute path', '/etc/cron.d/ecg.pdf', PDF, pdf()),
  of('name with a zero', 'ecg.pdf\0.png', PNG, png()),
  of('name with a header', 'ecg.pdf\r\nSet-Cookie: a=b.pdf', PDF, pdf()),
  of('name read from right to left', 'ecg\u202egnp.pdf', PDF, pdf()),
  of('two extensions, the last runs', 'ecg.pdf.exe', PDF, pdf()),
  of('two extensions, the first runs', 'ecg.html.pdf', PDF, pdf()),
  of('no name', '', PDF, pdf()),
  of('only an extension', '.pdf', PDF, pdf()),
];

function bigPng(): Buffer {
  return Buffer.concat([
    PNG_START,
    header(65_535, 65_535),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
