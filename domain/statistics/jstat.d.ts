/** The part of jStat that is used; it ships no types of its own. */
declare module 'jstat' {
  interface StudentT {
    /** The quantile of Student's t: the value below which a share `p` lies. */
    inv(p: number, degreesOfFreedom: number): number;
  }
  interface Normal {
    /** The share below `x`. */
    cdf(x: number, mean: number, standardDeviation: number): number;
  }
  interface Binomial {
    /** The chance of at most `count` of `of`. */
    cdf(count: number, of: number, chance: number): number;
  }
  const jStat: { studentt: StudentT; normal: Normal; binomial: Binomial };
  export default jStat;
}
