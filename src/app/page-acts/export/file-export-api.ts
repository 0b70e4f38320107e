import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';

export type ExportFormat = 'csv' | 'xlsx';

/** What a page shows, as a file: where it is had from, with which query, and its name without an ending. */
export interface ExportedFile {
  url: string;
  query: Readonly<Record<string, string | number>>;
  name: string;
}

@Service()
export class FileExportApi {
  private readonly http = inject(HttpClient);

  fetch({ url, query }: ExportedFile, format: ExportFormat): Observable<Blob> {
    const options = { params: { format, ...query }, responseType: 'blob' } as const;
    return this.http.get(url, options);
  }
}
