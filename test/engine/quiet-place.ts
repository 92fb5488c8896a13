/** A rule, why it has nothing to say, and the code that it has to be silent about. */
export type QuietPlace = readonly [rule: string, title: string, code: string];
