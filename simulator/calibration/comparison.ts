/** One quantity of the simulated clinic beside what is published of real ones. */
export interface Comparison {
  quantity: string;
  simulated: number;
  published: number;
  unit: 'share' | 'days' | 'points';
  source: string;
}
