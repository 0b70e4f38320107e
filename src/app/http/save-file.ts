import { DOCUMENT, inject, Service } from '@angular/core';

/** How long a browser may take to begin with the file. */
const A_MINUTE = 60_000;

/** Hands a file to the browser, which puts it where downloads go. */
@Service()
export class SaveFile {
  private readonly document = inject(DOCUMENT);

  save(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), A_MINUTE);
  }
}
