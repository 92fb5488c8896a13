import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<'dark' | 'light' | 'highContrast' | 'highContrastLight', string>>;
}

const manifest: { readonly contributes: { readonly colors: readonly Color[] } } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const { colors } = manifest.contributes;

/** The lightest dark and the darkest light background of VS Code's own themes: the hardest ones to read on. */
const BACKGROUNDS = {
  dark: '#1f1f1f',
  light: '#f3f3f3',
  highContrast: '#000000',
  highContrastLight: '#ffffff',
} as const;

/** The contrast of two colours (WCAG 2, 1.4.3). */
function contrastOf(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the colours of status codes', () => {
  it('are there for each class', () => {
    const classes = ['informational', 'success', 'redirection', 'clientError', 'serverError'];
    assert.deepEqual(
      colors.map(({ id }) => id),
      classes.map((name) => `statusLens.${name}Foreground`),
    );
  });

  for (const [kind, background] of Object.entries(BACKGROUNDS) as [keyof typeof BACKGROUNDS, string][]) {
    const least = kind.startsWith('highContrast') ? 7 : 4.5;

    it(`can be read in ${kind} themes: a contrast of ${least} at the least`, () => {
      const faint = colors.filter(({ defaults }) => contrastOf(defaults[kind], background) < least);
      assert.deepEqual(
        faint.map(({ id }) => id),
        [],
      );
    });

    it(`differ from each other in ${kind} themes`, () => {
      assert.equal(new Set(colors.map(({ defaults }) => defaults[kind])).size, colors.length);
    });
  }
});
