/** Rows of whole numbers in one block of memory that doubles when it is full. */
export class Columns {
  private values: Int32Array;
  private readonly width: number;
  private rows = 0;

  constructor(width: number) {
    this.width = width;
    this.values = new Int32Array(width * 64);
  }

  get count(): number {
    return this.rows;
  }

  /** Answers the number of the new row. */
  add(row: readonly number[]): number {
    if ((this.rows + 1) * this.width > this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values.set(row, this.rows * this.width);
    return this.rows++;
  }

  at(row: number, column: number): number {
    return this.values[row * this.width + column];
  }

  put(row: number, column: number, value: number): void {
    this.values[row * this.width + column] = value;
  }
}
