import { closeSync, openSync, writeSync } from 'node:fs';

/** Written in pieces of about this size: small ones cost a call to the system each. */
const PIECE = 1 << 20;

/** A file of one resource a line. Nothing more is taken in while a piece is being written. */
export class NdjsonFile {
  private readonly file: number;
  private lines: string[] = [];
  private length = 0;
  private count = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  get resources(): number {
    return this.count;
  }

  add(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
    this.count++;
    if (this.length >= PIECE) this.write();
  }

  close(): void {
    this.write();
    closeSync(this.file);
  }

  private write(): void {
    if (this.lines.length === 0) return;
    const piece = Buffer.from(`${this.lines.join('\n')}\n`);
    for (let written = 0; written < piece.length;) {
      written += writeSync(this.file, piece, written);
    }
    this.lines = [];
    this.length = 0;
  }
}
