import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';

export type ExportFormat = 'csv' | 'xlsx';

/** What a page shows, as a file: where it is had from, asked how, and its name without an ending. */
export interface ExportedFile {
  url: string;
  query: Readonly<Record<string, string | number>>;
  name: string;
  /** Of files that name clients: whom goes in no address. */
  body?: object;
}

@Service()
export class FileExportApi {
  private readonly http = inject(HttpClient);

  fetch({ url, query, body }: ExportedFile, format: ExportFormat): Observable<Blob> {
    const options = { params: { format, ...query }, responseType: 'blob' } as const;
    return body ? this.http.post(url, body, options) : this.http.get(url, options);
  }
}
