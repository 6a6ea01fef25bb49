// Draws icon.png: a tick over the row of dots by which a proofreader lets a word stand ("stet").
// Run `node client/icon/draw.mjs` after a change; Node's own modules only.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 256;
const SAMPLES = 4; // per side of a pixel, for smooth edges

const ink = [27, 67, 82];
const paper = [250, 246, 235];
const mark = [226, 122, 63];

/** Layers from back to front: a colour and, in units of the icon's side, the signed distance to its edge. */
const layers = [
  { colour: ink, distance: (x, y) => roundedSquare(x, y, 0.5, 0.22) },
  {
    colour: paper,
    distance: (x, y) =>
      Math.min(
        segment(x, y, [0.25, 0.43], [0.42, 0.6], 0.058),
        segment(x, y, [0.42, 0.6], [0.76, 0.23], 0.058),
      ),
  },
  ...[0.22, 0.406, 0.594, 0.78].map((dot) => ({
    colour: mark,
    distance: (x, y) => Math.hypot(x - dot, y - 0.79) - 0.05,
  })),
];

writeFileSync(new URL('icon.png', import.meta.url), png(pixels()));

/** RGBA rows, each led by PNG's filter byte 0. */
function pixels() {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) rows.set(pixel(x, y), y * (1 + SIZE * 4) + 1 + x * 4);
  }
  return rows;
}

function pixel(x, y) {
  const total = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SAMPLES ** 2; i++) {
    const sampleX = (x + ((i % SAMPLES) + 0.5) / SAMPLES) / SIZE;
    const sampleY = (y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / SIZE;
    const top = layers.findLast((layer) => layer.distance(sampleX, sampleY) <= 0);
    if (!top) continue;
    covered += 1;
    top.colour.forEach((value, channel) => {
      total[channel] += value;
    });
  }
  const colour = total.map((value) => Math.round(value / Math.max(covered, 1)));
  return [...colour, Math.round((255 * covered) / SAMPLES ** 2)];
}

function roundedSquare(x, y, half, radius) {
  const dx = Math.abs(x - 0.5) - half + radius;
  const dy = Math.abs(y - 0.5) - half + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function segment(x, y, [ax, ay], [bx, by], radius) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - radius;
}

function png(rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA, no interlace
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
