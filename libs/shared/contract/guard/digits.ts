// Digits of a text with what stands between them, gathered into clusters that could be one number.

/** Stands in `gaps` where there is no neighbour. */
export const nothing = '\u0000';

/** Digits in a row, each with its place and the characters between it and the one before (`''` when they touch). */
export interface Cluster {
  digits: string;
  places: number[];
  gaps: string[];
}

const longestGap = 6;
const joining = /^[\s\-+./:_,|*~=()[\]"'’´`\\]*$/;

/** Every cluster of at least ten digits. One pass: a gap longer than six characters ends a cluster. */
export function clustersOf(text: string): Cluster[] {
  const clusters: Cluster[] = [];
  let current: Cluster = { digits: '', places: [], gaps: [] };
  let end = -1;
  const digit = /[0-9]/g;
  for (let match = digit.exec(text); match; match = digit.exec(text)) {
    const gap = end < 0 ? '' : text.slice(end, Math.min(match.index, end + longestGap + 1));
    if (end >= 0 && (match.index - end > longestGap || !joining.test(gap))) {
      if (current.places.length >= 10) clusters.push(current);
      current = { digits: '', places: [], gaps: [] };
    }
    current.gaps.push(current.places.length === 0 ? nothing : gap);
    current.digits += match[0];
    current.places.push(match.index);
    end = match.index + 1;
  }
  if (current.places.length >= 10) clusters.push(current);
  return clusters;
}
