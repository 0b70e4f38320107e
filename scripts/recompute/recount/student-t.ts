/**
 * How far from 0 Student's t lies with 95 % probability, for whole degrees of freedom: the series in
 * closed form (Abramowitz and Stegun 26.7.3 and 26.7.4), halved upon until it says 0.95.
 */
export function studentT95(degrees: number): number {
  let [below, above] = [0, 1000];
  for (let halving = 0; halving < 100; halving += 1) {
    const middle = (below + above) / 2;
    if (shareWithin(middle, degrees) < 0.95) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** The probability of lying between −t and t. */
function shareWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let [term, sum] = isOdd ? [cosine, degrees > 1 ? cosine : 0] : [1, 1];
  for (let k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
