import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

/** A body that cannot be used, whatever it holds. */
export class BodyError extends Error {
  readonly reason: 'cut' | 'too-large' | 'not-packed' | 'unknown-packing';
  /** The packing that the answer names, as it stands there. */
  readonly packing: string;

  constructor(reason: BodyError['reason'], packing = '') {
    super(reason);
    this.name = 'BodyError';
    this.reason = reason;
    this.packing = packing;
  }
}

/**
 * Unpacks a body by its `Content-Encoding`, up to so many bytes. Proxies pack answers though `identity` was asked for.
 * Throws a `BodyError`: `cut` for data that ends too early, `too-large`, `not-packed` for what is not what the header
 * says, `unknown-packing`.
 */
export async function unpacked(body: Buffer, encodings: string, largest: number): Promise<Buffer> {
  if (body.length === 0) return body;
  let data = body;
  const names = encodings.split(',').map((one) => one.trim().toLowerCase());
  // They stand in the order in which they were applied.
  for (const name of names.reverse()) {
    if (name === '' || name === 'identity') continue;
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

/** `deflate` is meant with the header of zlib, and sent without it by some. */
const deflated: Unpack = (data, limits) =>
  (data.length > 1 && ((data[0] ?? 0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0
    ? promisify(inflate)
    : promisify(inflateRaw))(data, limits);

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: deflated,
  br: promisify(brotliDecompress),
};
