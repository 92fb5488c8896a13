// Draws media/icon.png: a lens over a row of answers, green, blue, amber and red.
//   node scripts/icon.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const SIZE = 256;
const SAMPLES = 4;
const BACKGROUND = [16, 36, 62];
const GLASS = [28, 58, 96];
const RING = [240, 246, 252];
const DOTS = [
  { x: 50, y: 204, r: 15, colour: [46, 160, 67] },
  { x: 96, y: 204, r: 15, colour: [56, 139, 253] },
];
const LENS = { x: 134, y: 104, r: 70, width: 14 };
const MAGNIFIED = [
  { x: 107, y: 104, r: 24, colour: [240, 173, 48] },
  { x: 161, y: 104, r: 24, colour: [248, 81, 73] },
];
const HANDLE = { from: [186, 156], to: [220, 192], width: 22 };

/** The colour at a point, from the topmost shape that covers it; undefined outside of the rounded square. */
function colourAt(x, y) {
  if (!isInRoundedSquare(x, y)) return undefined;
  const fromLens = Math.hypot(x - LENS.x, y - LENS.y);
  for (const dot of MAGNIFIED) if (isInside(dot, x, y)) return dot.colour;
  if (Math.abs(fromLens - LENS.r) <= LENS.width / 2) return RING;
  if (fromLens < LENS.r) return GLASS;
  if (distanceToLine(x, y) <= HANDLE.width / 2) return RING;
  for (const dot of DOTS) if (isInside(dot, x, y)) return dot.colour;
  return BACKGROUND;
}

function isInside(dot, x, y) {
  return Math.hypot(x - dot.x, y - dot.y) <= dot.r;
}

function isInRoundedSquare(x, y) {
  const corner = 48;
  const dx = Math.max(corner - x, x - (SIZE - corner), 0);
  const dy = Math.max(corner - y, y - (SIZE - corner), 0);
  return Math.hypot(dx, dy) <= corner;
}

function distanceToLine(x, y) {
  const [[x1, y1], [x2, y2]] = [HANDLE.from, HANDLE.to];
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const share = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1));
}

/** One pixel as RGBA, smoothed over SAMPLES × SAMPLES points. */
function pixel(column, row) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
    const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
    const colour = colourAt(x, y);
    if (!colour) continue;
    covered++;
    colour.forEach((value, index) => {
      sum[index] += value;
    });
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / covered)), Math.round((255 * covered) / SAMPLES ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(checksum(body));
  return Buffer.concat([head, body, tail]);
}

/** The CRC of the PNG specification, annex D. */
function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The icon as a PNG file. */
export function drawIcon() {
  const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1));
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) rows.set(pixel(column, row), row * (SIZE * 4 + 1) + 1 + column * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const folder = fileURLToPath(new URL('../media', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'icon.png'), drawIcon());
