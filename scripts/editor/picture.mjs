// Makes small pictures of screenshots, by means of the browser that took them.

/** So many colours are enough for text in a few themes' colours; without loss they are smaller than a photograph. */
const PALETTE = { size: 24, distance: 500 };

/**
 * A PNG as WebP without loss, in few colours.
 * @returns {Promise<Buffer>}
 */
export async function toWebp(page, png) {
  const address = `data:image/png;base64,${png.toString('base64')}`;
  const [, data] = (await page.evaluate(encode, { address, ...PALETTE })).split(',');
  return Buffer.from(data, 'base64');
}

/** Runs in a page. */
async function encode({ address, size, distance }) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const picture = context.getImageData(0, 0, image.width, image.height);
  const pixels = new Uint32Array(picture.data.buffer);
  const uses = new Map();
  for (const color of pixels) uses.set(color, (uses.get(color) ?? 0) + 1);
  const palette = [];
  for (const [color] of [...uses].sort((a, b) => b[1] - a[1])) {
    if (palette.length === size) break;
    if (palette.every((other) => difference(other, color) > distance)) palette.push(color);
  }
  const nearest = new Map();
  for (const color of uses.keys())
    nearest.set(color, palette.toSorted((a, b) => difference(a, color) - difference(b, color))[0]);
  pixels.forEach((color, index) => {
    pixels[index] = nearest.get(color);
  });
  context.putImageData(picture, 0, 0);
  return canvas.toDataURL('image/webp', 1);

  function difference(a, b) {
    return [0, 8, 16].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
  }
}
