// Figures as people read them.

/** A figure with its bounds and firmness, for people. */
export function figure({ count, qualifier }) {
  const low = count.low?.toLocaleString("en");
  const high = count.high?.toLocaleString("en");
  if (count.low === count.high) return `${qualifier === "about" ? "about " : ""}${low}`;
  if (count.high === null) return `at least ${low}`;
  if (count.low === null) return `up to ${high}`;
  return `${low}–${high}`;
}
