// Makes a screenshot small: at most 256 colours, which an editor's page hardly exceeds, and an index into them.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
const CHANNELS = { 2: 3, 6: 4 }; // colour types: RGB, and RGB with transparency

/**
 * The same picture as a PNG with a palette. Takes what a browser writes: 8 bits a channel, opaque, not interlaced.
 * Errors: an Error for any other PNG.
 */
export function toPalettePng(png) {
  const { width, height, pixels } = readPixels(png);
  const { palette, indexOf } = choosePalette(pixels);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter, 0: none
  for (let at = 0; at < pixels.length; at++) {
    rows[at + Math.floor(at / width) + 1] = indexOf.get(pixels[at]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits, palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Every pixel as 0xRRGGBB. */
function readPixels(png) {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = CHANNELS[header[9]];
  if (header[8] !== 8 || size === undefined || header[12] !== 0) {
    throw new Error('Only PNG with 8 bits a channel and without interlacing is taken');
  }
  const data = chunks.filter(({ type }) => type === 'IDAT').map((one) => one.data);
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * size, height, size);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = bytes.readUIntBE(at * size, 3);
  return { width, height, pixels };
}

function readChunks(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Undo what each row was filtered by: PNG, third edition, 9.2. */
function unfilter(filtered, rowLength, height, size) {
  const bytes = Buffer.alloc(rowLength * height);
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (rowLength + 1)];
    const start = row * rowLength;
    for (let at = 0; at < rowLength; at++) {
      const left = at >= size ? bytes[start + at - size] : 0;
      const up = row > 0 ? bytes[start + at - rowLength] : 0;
      const upLeft = at >= size && row > 0 ? bytes[start + at - rowLength - size] : 0;
      const guess = guessOf(filter, left, up, upLeft);
      bytes[start + at] = filtered[row * (rowLength + 1) + 1 + at] + guess;
    }
  }
  return bytes;
}

/** What a filter expects of a byte by those before it. */
function guessOf(filter, left, up, upLeft) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  return filter === 3 ? (left + up) >> 1 : paeth(left, up, upLeft);
}

function paeth(left, up, upLeft) {
  const estimate = left + up - upLeft;
  const byLeft = Math.abs(estimate - left);
  const byUp = Math.abs(estimate - up);
  const byUpLeft = Math.abs(estimate - upLeft);
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}

/** At most 256 colours by cutting the set of all in two, again and again, where it is widest (median cut). */
function choosePalette(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const boxes = [boxOf([...counts.keys()])];
  while (boxes.length < COLOURS) {
    boxes.sort((one, other) => one.width - other.width);
    const widest = boxes.pop();
    if (widest.width === 0) {
      boxes.push(widest);
      break;
    }
    const shift = widest.shift;
    const colours = widest.colours.sort(
      (one, other) => ((one >> shift) & 255) - ((other >> shift) & 255),
    );
    const middle = colours.length >> 1;
    boxes.push(boxOf(colours.slice(0, middle)), boxOf(colours.slice(middle)));
  }
  // Of each box its commonest colour, so that a background keeps the very one it had.
  const palette = boxes.map(({ colours }) =>
    colours.reduce((best, one) => (counts.get(one) > counts.get(best) ? one : best)),
  );
  const indexOf = new Map();
  for (const [index, { colours }] of boxes.entries()) {
    for (const colour of colours) indexOf.set(colour, index);
  }
  return { palette, indexOf };
}

/** Some colours, and the channel in which they differ most. */
function boxOf(colours) {
  const widths = [16, 8, 0].map((shift) => {
    let [least, most] = [255, 0];
    for (const colour of colours) {
      const value = (colour >> shift) & 255;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return { shift, width: most - least };
  });
  return { colours, ...widths.reduce((best, one) => (one.width > best.width ? one : best)) };
}

function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
