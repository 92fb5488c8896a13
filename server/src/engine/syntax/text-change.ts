/** The one stretch in which two versions of a text differ. */
export interface TextChange {
  /** Where it begins in both. */
  readonly start: number;
  /** Where it ends in the older and in the newer text. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Finds the stretch outside of which two texts are the same. */
export function findChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  const start = findLongest(shorter, (from, to) => before.startsWith(after.slice(from, to), from));
  const same = findLongest(shorter - start, (from, to) =>
    before.startsWith(after.slice(after.length - to, after.length - from), before.length - to),
  );
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

/** The greatest length up to which all is the same, where `isSame` compares a stretch by its ends. */
function findLongest(most: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  let below = most + 1;
  while (known + 1 < below) {
    const middle = (known + below) >> 1;
    if (isSame(known, middle)) known = middle;
    else below = middle;
  }
  return known;
}

/** Where a place of the older text is in the newer one; undefined if it was in what has changed. */
export function movePlace(place: number, { start, oldEnd, newEnd }: TextChange): number | undefined {
  if (place >= oldEnd) return place + newEnd - oldEnd;
  return place <= start ? place : undefined;
}
