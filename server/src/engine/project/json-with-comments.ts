/** Reads a JSON object that may hold comments and trailing commas; undefined for anything else. Never throws. */
export function readJson(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  const pattern = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(pattern, (match) => (match.startsWith('"') ? match : ' '))
    .replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, (match) => (match.startsWith('"') ? match : ''));
  try {
    const value: unknown = JSON.parse(plain);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for plain objects of JSON. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
