/** The part of jStat that is used; it ships no types of its own. */
declare module 'jstat' {
  interface StudentT {
    /** The quantile of Student's t: the value below which a share `p` lies. */
    inv(p: number, degreesOfFreedom: number): number;
  }
  const jStat: { studentt: StudentT };
  export default jStat;
}
