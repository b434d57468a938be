import { promisify } from 'node:util';

/** A body that cannot be used, whatever it holds. */
export class BodyError extends Error {
  readonly reason: 'cut' | 'too-large' | 'not-packed' | 'unknown-packing';
  /** The packing that the answer names, as it stands there. */
  readonly packing: string;

  constructor(reason: BodyError['reason'], packing = '') {
    super(words[reason]);
    this.name = 'BodyError';
    this.reason = reason;
    this.packing = packing;
  }
}

const words = {
  cut: 'the answer ends too early',
  'too-large': 'the answer is too large',
  'not-packed': 'the answer cannot be unpacked',
  'unknown-packing': 'the answer is packed in a way that is not known here',
} as const;

/**
 * Unpacks a body by its `Content-Encoding`, up to so many bytes. Proxies pack answers though `identity` was asked for.
 * Throws a `BodyError`: `cut` for data that ends too early, `too-large`, `not-packed` for what is not what the header
 * says, `unknown-packing`.
 */
export async function unpacked(body: Buffer, encodings: string, largest: number): Promise<Buffer> {
  if (body.length === 0) return body;
  const names = encodings
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length === 0) return body;
  const unpackers = await loadUnpackers();
  let data = body;
  // They stand in the order in which they were applied.
  for (const name of names.reverse()) {
    const unpack = unpackers[name];
    if (unpack === undefined) throw new BodyError('unknown-packing', name);
    try {
      data = await unpack(data, { maxOutputLength: largest });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE') throw new BodyError('too-large', name);
      // The input ended before the data did.
      throw new BodyError(code === 'Z_BUF_ERROR' ? 'cut' : 'not-packed', name);
    }
  }
  return data;
}

type Unpack = (data: Buffer, limits: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** Loaded here, since hardly any answer is packed. */
async function loadUnpackers(): Promise<Readonly<Record<string, Unpack>>> {
  const { brotliDecompress, gunzip, inflate, inflateRaw } = await import('node:zlib');
  return {
    gzip: promisify(gunzip),
    'x-gzip': promisify(gunzip),
    // `deflate` is meant with the header of zlib, and sent without it by some.
    deflate: (data, limits) => promisify(hasHeader(data) ? inflate : inflateRaw)(data, limits),
    br: promisify(brotliDecompress),
  };
}

function hasHeader(data: Buffer): boolean {
  return data.length > 1 && ((data[0] ?? 0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
}
